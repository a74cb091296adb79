package io.neomt.command.user;

import io.neomt.command.kernel.Name;
import io.neomt.command.kernel.Reference;
import io.neomt.command.kernel.Subject;
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

    /** By what it is found although it is gone. */
    default Set<Reference> references() {
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

    /**
     * Gone for good; its names are free, its id is not used again. That the realm still vouches for it brings it not back.
     *
     * @param externalId null of a user that was deleted before this was kept
     */
    record Deleted(UserId id, @Nullable String externalId) implements UserState {

        @Override
        public Set<Reference> references() {
            return externalId == null ? Set.of() : Set.of(former(externalId));
        }
    }

    /** What the deleted users refer to whom the realm knew by this id. */
    static Reference former(String externalId) {
        return new Reference(Reference.Kind.FORMER, Subject.ofRealm(externalId));
    }
}
