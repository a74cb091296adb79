package io.neomt.command.user;

import io.neomt.command.kernel.CommonRejection;
import io.neomt.command.kernel.Decision;
import io.neomt.command.kernel.Name;
import io.neomt.command.user.UserCommand.CreateUser;
import io.neomt.command.user.UserCommand.DeactivateUser;
import io.neomt.command.user.UserCommand.DeleteUser;
import io.neomt.command.user.UserCommand.MeetUser;
import io.neomt.command.user.UserCommand.ReactivateUser;
import io.neomt.command.user.UserCommand.UpdateUser;
import io.neomt.command.user.UserState.Absent;
import io.neomt.command.user.UserState.Deleted;
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
import java.util.Objects;

/** The rules of a user's life. */
public final class UserDecider {

    private UserDecider() {}

    public static Decision decide(UserState state, UserCommand command, Acquaintance acquaintance) {
        return switch (state) {
            case Absent _ -> whenAbsent(command, acquaintance);
            case Existing user -> whenExisting(user, command);
            case Deleted _ -> whenDeleted(command);
        };
    }

    private static Decision whenAbsent(UserCommand command, Acquaintance acquaintance) {
        return switch (command) {
            case CreateUser c ->
                Decision.accept(new UserCreated(c.userId(), c.username(), c.email(), c.displayName(), c.externalId()));
            case MeetUser c -> meet(c, acquaintance);
            case UpdateUser c -> notFound(c.userId());
            case DeactivateUser c -> notFound(c.userId());
            case ReactivateUser c -> notFound(c.userId());
            case DeleteUser c -> notFound(c.userId());
        };
    }

    private static Decision whenDeleted(UserCommand command) {
        return switch (command) {
            case CreateUser c -> exists(c.userId());
            case MeetUser c -> exists(c.userId());
            case UpdateUser c -> notFound(c.userId());
            case DeactivateUser c -> notFound(c.userId());
            case ReactivateUser c -> notFound(c.userId());
            case DeleteUser _ -> Decision.nothingToDo();
        };
    }

    /** Nobody is recognized by anything but the realm's id: a name or an address could be anybody's. */
    private static Decision meet(MeetUser c, Acquaintance acquaintance) {
        if (acquaintance.isKnown(c.externalId())) {
            return Decision.nothingToDo();
        }
        String username = c.usernames().stream()
                .filter(name -> acquaintance.isFree(Name.ignoringCase(Name.Kind.USERNAME, name)))
                .findFirst()
                .orElseGet(c.usernames()::getLast);
        String email = c.email();
        boolean reachable = email != null && acquaintance.isFree(Name.ignoringCase(Name.Kind.EMAIL, email));
        return Decision.accept(
                new UserCreated(c.userId(), username, reachable ? email : null, c.displayName(), c.externalId()));
    }

    private static Decision notFound(UserId id) {
        return Decision.reject(CommonRejection.USER_NOT_FOUND, "There is no user with the id " + id + ".", Map.of());
    }

    private static Decision exists(UserId id) {
        return Decision.reject(UserRejection.USER_EXISTS, "There is already a user with the id " + id + ".", Map.of());
    }

    private static Decision whenExisting(Existing user, UserCommand command) {
        return switch (command) {
            case CreateUser c -> exists(c.userId());
            case MeetUser c -> exists(c.userId());
            case UpdateUser c -> update(user, c);
            case DeactivateUser c ->
                user.active() ? Decision.accept(new UserDeactivated(c.userId())) : Decision.nothingToDo();
            case ReactivateUser c ->
                user.active() ? Decision.nothingToDo() : Decision.accept(new UserReactivated(c.userId()));
            case DeleteUser c -> Decision.accept(new UserDeleted(c.userId()));
        };
    }

    private static Decision update(Existing user, UpdateUser c) {
        boolean same =
                Objects.equals(user.email(), c.email()) && user.displayName().equals(c.displayName());
        return same ? Decision.nothingToDo() : Decision.accept(new UserUpdated(c.userId(), c.email(), c.displayName()));
    }

    public static UserState evolve(UserState state, UserEvent event) {
        return switch (event) {
            case UserCreated e ->
                new Existing(e.userId(), e.username(), e.email(), e.displayName(), e.externalId(), true);
            case UserUpdated e -> existing(state).called(e.email(), e.displayName());
            case UserDeactivated _ -> existing(state).withActive(false);
            case UserReactivated _ -> existing(state).withActive(true);
            case UserDeleted e -> new Deleted(e.userId(), existing(state).externalId());
            case RoleAssigned _, RoleUnassigned _, UserPermissionGranted _, UserPermissionRevoked _ -> state;
        };
    }

    private static Existing existing(UserState state) {
        return switch (state) {
            case Absent _ -> throw new IllegalStateException("a user is created before all else");
            case Existing user -> user;
            case Deleted _ -> throw new IllegalStateException("nothing happens to a deleted user");
        };
    }
}
