package io.neomt.query.check;

import io.neomt.event.UserId;
import io.neomt.permission.Decision;
import io.neomt.permission.PermissionCode;
import io.neomt.permission.PermissionSet;
import io.neomt.permission.ResourceAction;
import io.neomt.permission.ResourceRef;
import io.neomt.permission.Subject;
import io.neomt.query.Standing;

/** One question about one user. */
public sealed interface CheckRequest {

    UserId user();

    /** The code that is asked for, in the scope in which it is decided. */
    PermissionCode code();

    /** The answer for an active user. */
    Decision decide(PermissionSet set);

    /** @param standing of the very user that the question is about */
    default Decision decide(Standing standing) {
        return switch (standing) {
            case Standing.Blocked(var decision) -> decision;
            case Standing.Active(var set) -> decide(set);
        };
    }

    /** May the user do what the code names? */
    record OfCode(UserId user, PermissionCode code) implements CheckRequest {
        @Override
        public Decision decide(PermissionSet set) {
            return set.check(code);
        }
    }

    /** May the user do this to this resource? Users are members of no team yet, so that its team does not count. */
    record OnResource(UserId user, ResourceAction action, ResourceRef resource) implements CheckRequest {
        @Override
        public PermissionCode code() {
            return action.in(resource.scopeFor(subject()));
        }

        @Override
        public Decision decide(PermissionSet set) {
            return set.check(action, resource, subject());
        }

        private Subject subject() {
            return Subject.of(user.value());
        }
    }
}
