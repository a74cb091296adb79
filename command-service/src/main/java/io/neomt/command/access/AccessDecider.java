package io.neomt.command.access;

import io.neomt.command.access.AccessCommand.GrantAccess;
import io.neomt.command.access.AccessCommand.RevokeAccess;
import io.neomt.command.access.AccessState.Absent;
import io.neomt.command.access.AccessState.Existing;
import io.neomt.command.access.AccessState.Revoked;
import io.neomt.command.kernel.Decision;
import io.neomt.command.kernel.Dues;
import io.neomt.command.kernel.Giving;
import io.neomt.command.kernel.GivingRejection;
import io.neomt.command.kernel.Tenancy;
import io.neomt.event.AccessEvent;
import io.neomt.event.AccessEvent.AccessGranted;
import io.neomt.event.AccessEvent.AccessRevoked;
import io.neomt.event.AccessGrantId;
import io.neomt.event.Cause;
import java.time.Instant;
import java.util.Map;

/** The rules of access from other tenants. */
public final class AccessDecider {

    private AccessDecider() {}

    public static Decision decide(AccessState state, AccessCommand command, Tenancy tenancy, Giving giving) {
        return switch (state) {
            case Absent _ -> whenAbsent(command, tenancy, giving);
            case Existing _ -> whenExisting(command);
            case Revoked _ -> whenRevoked(command);
        };
    }

    private static Decision whenAbsent(AccessCommand command, Tenancy tenancy, Giving giving) {
        return switch (command) {
            case GrantAccess c -> grant(c, tenancy, giving);
            case RevokeAccess c -> notFound(c.accessGrantId());
        };
    }

    private static Decision whenExisting(AccessCommand command) {
        return switch (command) {
            case GrantAccess c -> exists(c.accessGrantId());
            case RevokeAccess c -> Decision.accept(new AccessRevoked(c.accessGrantId()));
        };
    }

    private static Decision whenRevoked(AccessCommand command) {
        return switch (command) {
            case GrantAccess c -> exists(c.accessGrantId());
            case RevokeAccess _ -> Decision.nothingToDo();
        };
    }

    private static Decision exists(AccessGrantId id) {
        return Decision.reject(
                AccessRejection.ACCESS_GRANT_EXISTS,
                "There is already an access grant with the id " + id + ".",
                Map.of());
    }

    private static Decision notFound(AccessGrantId id) {
        return Decision.reject(
                AccessRejection.ACCESS_GRANT_NOT_FOUND, "There is no access grant with the id " + id + ".", Map.of());
    }

    private static Decision grant(GrantAccess c, Tenancy tenancy, Giving giving) {
        if (c.home().equals(c.tenant())) {
            return Decision.reject(
                    AccessRejection.ACCESS_AT_HOME,
                    "The user belongs to this tenant; grant it the permission itself.",
                    Map.of("field", "home_tenant"));
        }
        // one answer for a tenant and for a user that are not there, so that nobody learns which tenants are
        if (!tenancy.hasUser(c.home(), c.user())) {
            return Decision.reject(
                    GivingRejection.UNKNOWN_USER,
                    "There is no such user in such a tenant.",
                    Map.of("field", "user_id", "user_id", c.user().toString()));
        }
        return giving.refuse(c.permission(), Map.of("field", "permission"))
                .<Decision>map(Decision.Rejected::new)
                .orElseGet(() ->
                        Decision.accept(new AccessGranted(c.accessGrantId(), c.home(), c.user(), c.permission())));
    }

    /** Records that it is over. */
    public static Decision expire(AccessState state, Instant now) {
        return switch (state) {
            case Absent _, Revoked _ -> Decision.nothingToDo();
            case Existing access ->
                Dues.isOver(access.permission().terms(), now)
                        ? Decision.accept(new AccessRevoked(access.id(), Cause.EXPIRED))
                        : Decision.nothingToDo();
        };
    }

    public static AccessState evolve(AccessEvent event) {
        return switch (event) {
            case AccessGranted e -> new Existing(e.accessGrantId(), e.home(), e.user(), e.permission());
            case AccessRevoked e -> new Revoked(e.accessGrantId());
        };
    }
}
