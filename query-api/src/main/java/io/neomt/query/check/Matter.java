package io.neomt.query.check;

import io.neomt.permission.Circumstances;
import io.neomt.permission.CompiledUser;
import io.neomt.permission.Decision;
import io.neomt.permission.PermissionCode;
import io.neomt.permission.ResourceAction;
import io.neomt.permission.ResourceRef;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A question with all that must be known to answer it, but for what the user holds. */
public sealed interface Matter {

    Circumstances circumstances();

    /** Null when what the user refers to is not there at the position. */
    @Nullable
    Decision decide(CompiledUser user, long position);

    /** The code that the question comes to for a user. */
    PermissionCode codeFor(CompiledUser user);

    /** Whether the user may do what the code names. */
    record OfCode(PermissionCode code, Circumstances circumstances) implements Matter {

        @Override
        public @Nullable Decision decide(CompiledUser user, long position) {
            return user.check(code, position, circumstances);
        }

        @Override
        public PermissionCode codeFor(CompiledUser user) {
            return code;
        }
    }

    /**
     * Whether the user may do this to the resource.
     *
     * @param lineage the resource's team and those above it
     */
    record OnResource(ResourceAction action, ResourceRef resource, List<UUID> lineage, Circumstances circumstances)
            implements Matter {

        @Override
        public @Nullable Decision decide(CompiledUser user, long position) {
            return user.check(action, resource, lineage, position, circumstances);
        }

        @Override
        public PermissionCode codeFor(CompiledUser user) {
            return action.in(user.scopeOf(resource, lineage, circumstances));
        }
    }
}
