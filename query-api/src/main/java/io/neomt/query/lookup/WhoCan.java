package io.neomt.query.lookup;

import io.neomt.permission.Instance;
import io.neomt.permission.PermissionCode;
import io.neomt.permission.Scope;
import io.neomt.query.check.CheckRequest;
import io.neomt.query.check.CheckRequest.Described;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something of which it is asked who may do it, and the texts of the grants by which somebody may.
 *
 * @param grants that are enough for whoever holds one
 * @param narrowGrants those, and what is enough for the owner of the resource, for those of its teams, or when given on
 *     this very resource
 * @param resource to which it is done; null where it is no particular one
 * @param described whose the resource is, as the asker knows it; null to go by what was registered
 */
public record WhoCan(
        List<String> grants,
        List<String> narrowGrants,
        @Nullable Instance resource,
        @Nullable Described described) {

    public WhoCan {
        grants = List.copyOf(grants);
        narrowGrants = List.copyOf(narrowGrants);
    }

    public static WhoCan of(PermissionCode code) {
        return new WhoCan(code.patterns(), code.patterns(), null, null);
    }

    /** @param request about any user */
    public static WhoCan of(CheckRequest.OnResource request) {
        return new WhoCan(
                request.action().in(Scope.TENANT).patterns(),
                request.action().in(Scope.OWN).patterns(),
                request.resource(),
                request.described());
    }
}
