package io.neomt.command.tenant;

import io.neomt.command.kernel.Name;
import io.neomt.event.DeploymentType;
import io.neomt.event.FirstAdmin;
import io.neomt.event.OrganizationId;
import io.neomt.event.TenantContact;
import io.neomt.event.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A tenant as its events left it. */
public sealed interface TenantState {

    /** The names that it holds. */
    Set<Name> names();

    /** When it is to be purged without anybody asking. */
    Optional<Instant> due();

    record Absent() implements TenantState {
        @Override
        public Set<Name> names() {
            return Set.of();
        }

        @Override
        public Optional<Instant> due() {
            return Optional.empty();
        }
    }

    /** A tenant keeps its slug for ever, so that no old token opens a new tenant. */
    record Existing(
            TenantId id, String name, List<TenantContact> contacts, Wish wish, boolean freePermissionCodes, Life life)
            implements TenantState {

        public Existing {
            contacts = List.copyOf(contacts);
        }

        @Override
        public Set<Name> names() {
            return Set.of(new Name(Name.Kind.TENANT_SLUG, wish.slug()));
        }

        @Override
        public Optional<Instant> due() {
            return life.due();
        }

        public String slug() {
            return wish.slug();
        }

        public TenantStatus status() {
            return life.status();
        }

        public boolean active() {
            return status() == TenantStatus.ACTIVE;
        }

        Existing with(Life next) {
            return new Existing(id, name, contacts, wish, freePermissionCodes, next);
        }

        Existing withFreePermissionCodes(boolean value) {
            return new Existing(id, name, contacts, wish, value, life);
        }

        Existing called(String newName, List<TenantContact> newContacts) {
            return new Existing(id, newName, newContacts, wish, freePermissionCodes, life);
        }
    }

    /** What was asked for, which never changes. */
    record Wish(
            String slug,
            @Nullable OrganizationId organizationId,
            String region,
            DeploymentType deploymentType,
            String schemaName,
            boolean createRealm,
            @Nullable FirstAdmin firstAdmin) {}
}
