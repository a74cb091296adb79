package io.neomt.query.lookup;

import io.neomt.event.UserId;
import io.neomt.permission.Entitlement;
import io.neomt.permission.ResourceAction;
import io.neomt.query.check.CheckRequest;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something of which it is asked on which resources of a type a user may do it.
 *
 * @param described whether the asker says whose each of them is
 * @param held what the user holds, here or as one of the platform or of another tenant
 */
public record OnWhat(UserId user, ResourceAction action, String type, boolean described, List<Entitlement> held) {

    public OnWhat {
        held = List.copyOf(held);
    }

    /** @param request about any resource of the type */
    public static OnWhat of(CheckRequest.OnResource request, List<Entitlement> held) {
        return new OnWhat(
                request.user(), request.action(), request.resource().type(), request.described() != null, held);
    }

    /** @param here what the user holds in the tenant when its resources are read */
    public Reach reach(List<Entitlement> here) {
        Reach reach = Reach.of(
                action, type, Stream.concat(held.stream(), here.stream()).toList());
        // to whom a resource belongs is not what was registered then
        return described ? reach.wherever() : reach;
    }
}
