package io.neomt.command.user;

import io.neomt.command.kernel.Command;
import io.neomt.command.kernel.Field;
import io.neomt.command.kernel.Needs;
import io.neomt.command.kernel.Subject;
import io.neomt.event.UserId;
import io.neomt.permission.PermissionCode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be asked of a user's life. */
public sealed interface UserCommand extends Command {

    UserId userId();

    @Override
    default Subject subject() {
        return Subject.of(userId());
    }

    @Override
    default Set<PermissionCode> requiredPermissions() {
        return Needs.USERS;
    }

    /**
     * @param username unique in the tenant whatever the case of its letters
     * @param externalId the subject by which the tenant's realm knows the user, unique in the tenant
     */
    record CreateUser(
            UserId userId, String username, @Nullable String email, String displayName, String externalId)
            implements UserCommand {

        public CreateUser {
            checkedUsername(username);
            checkedExternalId(externalId);
            Field.line("display_name", displayName);
            if (email != null) {
                Field.email("email", email);
            }
        }

        public static String checkedUsername(String text) {
            return Field.username("username", text);
        }

        public static String checkedExternalId(String text) {
            return Field.externalId("external_id", text);
        }
    }

    /**
     * Makes a user of somebody whom the tenant's realm vouched for, unless the tenant knows them already, or did once.
     *
     * @param usernames of which the first that is free is taken; the last is free for sure
     * @param email left out where somebody else has it
     */
    record MeetUser(
            UserId userId, List<String> usernames, @Nullable String email, String displayName, String externalId)
            implements UserCommand {

        public MeetUser {
            usernames = List.copyOf(usernames);
            usernames.forEach(username -> new CreateUser(userId, username, email, displayName, externalId));
        }

        /** Who has just come can have been given nothing. */
        @Override
        public Set<PermissionCode> requiredPermissions() {
            return Set.of();
        }
    }

    record DeactivateUser(UserId userId) implements UserCommand {}

    record ReactivateUser(UserId userId) implements UserCommand {}

    /** @param email null for none */
    record UpdateUser(UserId userId, @Nullable String email, String displayName) implements UserCommand {
        public UpdateUser {
            Field.line("display_name", displayName);
            if (email != null) {
                Field.email("email", email);
            }
        }
    }

    record DeleteUser(UserId userId) implements UserCommand {}
}
