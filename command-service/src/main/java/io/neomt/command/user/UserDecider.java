package io.neomt.command.user;

import io.neomt.command.kernel.CommonRejection;
import io.neomt.command.kernel.Decision;
import io.neomt.command.user.UserCommand.CreateUser;
import io.neomt.command.user.UserCommand.DeactivateUser;
import io.neomt.command.user.UserCommand.ReactivateUser;
import io.neomt.command.user.UserState.Absent;
import io.neomt.command.user.UserState.Existing;
import io.neomt.event.UserEvent;
import io.neomt.event.UserEvent.RoleAssigned;
import io.neomt.event.UserEvent.RoleUnassigned;
import io.neomt.event.UserEvent.UserCreated;
import io.neomt.event.UserEvent.UserDeactivated;
import io.neomt.event.UserEvent.UserDeleted;
import io.neomt.event.UserEvent.UserPermissionGranted;
import io.neomt.event.UserEvent.UserPermissionRevoked;
import io.neomt.event.UserEvent.UserReactivated;
import io.neomt.event.UserEvent.UserUpdated;
import io.neomt.event.UserId;
import java.util.Map;

/** The rules of a user's life. */
public final class UserDecider {

    private UserDecider() {}

    public static Decision decide(UserState state, UserCommand command) {
        return switch (state) {
            case Absent _ -> whenAbsent(command);
            case Existing user -> whenExisting(user, command);
        };
    }

    private static Decision whenAbsent(UserCommand command) {
        return switch (command) {
            case CreateUser c ->
                Decision.accept(new UserCreated(c.userId(), c.username(), c.email(), c.displayName(), c.externalId()));
            case DeactivateUser c -> notFound(c.userId());
            case ReactivateUser c -> notFound(c.userId());
        };
    }

    private static Decision notFound(UserId id) {
        return Decision.reject(CommonRejection.USER_NOT_FOUND, "There is no user with the id " + id + ".", Map.of());
    }

    private static Decision whenExisting(Existing user, UserCommand command) {
        return switch (command) {
            case CreateUser c ->
                Decision.reject(
                        UserRejection.USER_EXISTS, "There is already a user with the id " + c.userId() + ".", Map.of());
            case DeactivateUser c ->
                user.active() ? Decision.accept(new UserDeactivated(c.userId())) : Decision.nothingToDo();
            case ReactivateUser c ->
                user.active() ? Decision.nothingToDo() : Decision.accept(new UserReactivated(c.userId()));
        };
    }

    public static UserState evolve(UserState state, UserEvent event) {
        return switch (event) {
            case UserCreated e ->
                new Existing(e.userId(), e.username(), e.email(), e.displayName(), e.externalId(), true);
            case UserDeactivated _ -> existing(state).withActive(false);
            case UserReactivated _ -> existing(state).withActive(true);
            case UserUpdated _ -> state;
            case UserDeleted _ -> existing(state).withActive(false);
            case RoleAssigned _ -> state;
            case RoleUnassigned _ -> state;
            case UserPermissionGranted _ -> state;
            case UserPermissionRevoked _ -> state;
        };
    }

    private static Existing existing(UserState state) {
        return switch (state) {
            case Absent _ -> throw new IllegalStateException("a user is created before all else");
            case Existing user -> user;
        };
    }
}
