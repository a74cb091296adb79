package io.neomt.query.check;

import io.neomt.event.TeamId;
import io.neomt.event.UserId;
import io.neomt.permission.Instance;
import io.neomt.permission.PermissionCode;
import io.neomt.permission.ResourceAction;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One question about one user. */
public sealed interface CheckRequest {

    UserId user();

    Attributes attributes();

    /** What is asked for: a {@link PermissionCode} or a {@link ResourceAction}. */
    Object asked();

    /** May the user do what the code names? */
    record OfCode(UserId user, PermissionCode code, Attributes attributes) implements CheckRequest {

        public OfCode(UserId user, PermissionCode code) {
            this(user, code, Attributes.NONE);
        }

        @Override
        public PermissionCode asked() {
            return code;
        }
    }

    /**
     * May the user do this to this resource?
     *
     * @param described whose the resource is, as the asker knows it; null to go by what was registered, to which the
     *     properties that are sent are added
     */
    record OnResource(
            UserId user,
            ResourceAction action,
            Instance resource,
            @Nullable Described described,
            Attributes attributes) implements CheckRequest {

        @Override
        public ResourceAction asked() {
            return action;
        }
    }

    /** To whom a resource belongs. Its properties are among the attributes. */
    record Described(@Nullable UUID owner, @Nullable TeamId team) {}
}
