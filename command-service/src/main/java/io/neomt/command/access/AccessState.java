package io.neomt.command.access;

import io.neomt.command.kernel.Dues;
import io.neomt.command.kernel.Reference;
import io.neomt.command.kernel.Subject;
import io.neomt.event.AccessGrantId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.Permission;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** An access grant as its events left it. */
public sealed interface AccessState {

    /** The user for whom it is found. */
    default Set<Reference> references() {
        return Set.of();
    }

    /** When it is over. */
    default Optional<Instant> due() {
        return Optional.empty();
    }

    record Absent() implements AccessState {}

    record Existing(AccessGrantId id, TenantId home, UserId user, Permission permission) implements AccessState {

        @Override
        public Set<Reference> references() {
            return Set.of(new Reference(Reference.Kind.ACCESS, Subject.of(user)));
        }

        @Override
        public Optional<Instant> due() {
            return Dues.first(Stream.of(permission.terms()));
        }
    }

    record Revoked(AccessGrantId id) implements AccessState {}
}
