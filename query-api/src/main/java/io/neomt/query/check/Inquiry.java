package io.neomt.query.check;

import io.neomt.permission.Circumstances;
import io.neomt.permission.Decision;
import io.neomt.permission.Entitlement;
import io.neomt.permission.PermissionCode;
import io.neomt.permission.ResourceRef;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that went into the answer to a question.
 *
 * @param code that was decided, in the narrowest scope that the resource lies in
 * @param resource that was asked about, with owner and team as they counted
 * @param held everything that the user holds, whether or not it mattered; nothing where the user is barred
 */
public record Inquiry(
        Decision decision,
        PermissionCode code,
        @Nullable ResourceRef resource,
        Circumstances circumstances,
        List<Entitlement> held) {

    public Inquiry {
        held = List.copyOf(held);
    }
}
