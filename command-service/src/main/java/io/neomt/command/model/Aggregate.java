package io.neomt.command.model;

import io.neomt.command.access.AccessState;
import io.neomt.command.catalogue.CatalogueState;
import io.neomt.command.grant.HolderState;
import io.neomt.command.kernel.Name;
import io.neomt.command.kernel.Reference;
import io.neomt.command.kernel.Subject;
import io.neomt.command.migration.MigrationState;
import io.neomt.command.organization.OrganizationState;
import io.neomt.command.resource.ResourceState;
import io.neomt.command.role.RoleState;
import io.neomt.command.team.TeamState;
import io.neomt.command.template.TemplateState;
import io.neomt.command.tenant.TenantState;
import io.neomt.command.user.UserState;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fold of all events about one subject. */
public sealed interface Aggregate {

    /** The names that the subject holds. */
    default Set<Name> names() {
        return Set.of();
    }

    /** The subjects from which it is found. */
    default Set<Reference> references() {
        return Set.of();
    }

    /** When the first of what it holds is over. */
    default Optional<Instant> due() {
        return Optional.empty();
    }

    record OfOrganization(OrganizationState state) implements Aggregate {
        @Override
        public Set<Name> names() {
            return state.names();
        }
    }

    record OfTenant(TenantState state) implements Aggregate {
        @Override
        public Set<Name> names() {
            return state.names();
        }

        @Override
        public Optional<Instant> due() {
            return state.due();
        }
    }

    /** Two features look at a user: its life, and what it holds. */
    record OfUser(UserState life, HolderState holdings) implements Aggregate {
        @Override
        public Set<Name> names() {
            return life.names();
        }

        @Override
        public Set<Reference> references() {
            return Stream.concat(holdings.references().stream(), life.references().stream())
                    .collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public Optional<Instant> due() {
            return holdings.due();
        }
    }

    record OfRole(RoleState state) implements Aggregate {
        @Override
        public Set<Name> names() {
            return state.names();
        }

        @Override
        public Optional<Instant> due() {
            return state.due();
        }
    }

    record OfTeam(TeamState state) implements Aggregate {
        @Override
        public Set<Name> names() {
            return state.names();
        }

        @Override
        public Set<Reference> references() {
            return state.references();
        }

        @Override
        public Optional<Instant> due() {
            return state.due();
        }
    }

    record OfCatalogue(CatalogueState state) implements Aggregate {}

    record OfResource(ResourceState state) implements Aggregate {}

    record OfAccess(AccessState state) implements Aggregate {
        @Override
        public Set<Reference> references() {
            return state.references();
        }

        @Override
        public Optional<Instant> due() {
            return state.due();
        }
    }

    record OfTemplate(TemplateState state) implements Aggregate {}

    record OfMigration(MigrationState state) implements Aggregate {}

    /** A subject without events. */
    static Aggregate absent(Subject.Kind kind) {
        return switch (kind) {
            case ORGANIZATION -> new OfOrganization(new OrganizationState.Absent());
            case TENANT -> new OfTenant(new TenantState.Absent());
            case USER -> new OfUser(new UserState.Absent(), new HolderState.Absent());
            case ROLE -> new OfRole(new RoleState.Absent());
            case TEAM -> new OfTeam(new TeamState.Absent());
            case CATALOGUE -> new OfCatalogue(CatalogueState.EMPTY);
            case RESOURCE -> new OfResource(new ResourceState.Absent());
            case ACCESS -> new OfAccess(new AccessState.Absent());
            case TEMPLATE -> new OfTemplate(new TemplateState.Absent());
            case MIGRATION -> new OfMigration(MigrationState.ABSENT);
        };
    }
}
