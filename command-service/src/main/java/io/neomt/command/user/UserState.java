package io.neomt.command.user;

import io.neomt.command.kernel.Name;
import io.neomt.event.UserId;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A user as its events left it. */
public sealed interface UserState {

    /** The names that it holds. */
    default Set<Name> names() {
        return Set.of();
    }

    record Absent() implements UserState {}

    /** A deactivated user keeps its names, since it may come back. */
    record Existing(
            UserId id, String username, @Nullable String email, String displayName, String externalId, boolean active)
            implements UserState {

        @Override
        public Set<Name> names() {
            return Stream.concat(
                            Stream.of(
                                    Name.ignoringCase(Name.Kind.USERNAME, username),
                                    new Name(Name.Kind.EXTERNAL_ID, externalId)),
                            Stream.ofNullable(email).map(e -> Name.ignoringCase(Name.Kind.EMAIL, e)))
                    .collect(Collectors.toUnmodifiableSet());
        }

        Existing withActive(boolean value) {
            return new Existing(id, username, email, displayName, externalId, value);
        }

        Existing called(@Nullable String newEmail, String newDisplayName) {
            return new Existing(id, username, newEmail, newDisplayName, externalId, active);
        }
    }

    /** Gone for good; its names are free, its id is not used again. */
    record Deleted(UserId id) implements UserState {}
}
