package io.neomt.permission;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Where an entitlement comes from. */
public sealed interface Source {

    /** The names passed on the way from the user to the holder; empty when the user is the holder. */
    List<String> path();

    /** A grant or denial on the user itself. */
    record Direct(UUID grantId) implements Source {
        @Override
        public List<String> path() {
            return List.of();
        }
    }

    /** @param path role names from the assigned role to the one that holds the permission, never empty */
    record Role(List<String> path) implements Source {
        public Role {
            path = List.copyOf(path);
            if (path.isEmpty()) {
                throw new IllegalArgumentException("a path starts with the assigned role");
            }
        }
    }

    /**
     * @param teams team names from the user's team to the ancestor that holds the permission or the role, never empty
     * @param roles role names from the team's role to the one that holds the permission, empty when the team holds it
     */
    record Team(List<String> teams, List<String> roles) implements Source {
        public Team {
            teams = List.copyOf(teams);
            roles = List.copyOf(roles);
            if (teams.isEmpty()) {
                throw new IllegalArgumentException("a path starts with the user's team");
            }
        }

        @Override
        public List<String> path() {
            return Stream.concat(teams.stream(), roles.stream()).toList();
        }
    }

    /**
     * A grant to a user of another tenant.
     *
     * @param home the tenant that the user belongs to
     */
    record Access(UUID accessGrantId, UUID home) implements Source {
        @Override
        public List<String> path() {
            return List.of();
        }
    }

    /**
     * What a user of the platform has there counts in every tenant.
     *
     * @param there where the platform has it from
     */
    record Platform(Source there) implements Source {
        @Override
        public List<String> path() {
            return there.path();
        }
    }
}
