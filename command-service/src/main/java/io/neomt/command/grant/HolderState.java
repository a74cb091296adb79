package io.neomt.command.grant;

import io.neomt.command.kernel.Dues;
import io.neomt.command.kernel.HolderFacts;
import io.neomt.command.kernel.Membership;
import io.neomt.command.kernel.Ordered;
import io.neomt.command.kernel.Reference;
import io.neomt.command.kernel.Subject;
import io.neomt.event.GrantId;
import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.event.UserId;
import io.neomt.permission.Permission;
import io.neomt.permission.Terms;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a user holds as its events, and those of its teams, left it. */
public sealed interface HolderState {

    /** The teams in which the user is found. */
    default Set<Reference> references() {
        return Set.of();
    }

    /** When the first of what it holds is over. */
    default Optional<Instant> due() {
        return Optional.empty();
    }

    /** Never there, or deleted. */
    record Absent() implements HolderState {}

    /** A deactivated user keeps what it holds; it counts for nothing until the user is back. */
    record Existing(
            UserId id,
            boolean active,
            Map<RoleId, Terms> roles,
            Map<GrantId, Permission> grants,
            Map<TeamId, Membership> teams)
            implements HolderState, HolderFacts {

        public Existing {
            roles = Ordered.map(roles);
            grants = Ordered.map(grants);
            teams = Ordered.map(teams);
        }

        @Override
        public Set<Reference> references() {
            return teams.keySet().stream()
                    .map(team -> new Reference(Reference.Kind.MEMBER, Subject.of(team)))
                    .collect(Collectors.toUnmodifiableSet());
        }

        @Override
        public Optional<Instant> due() {
            return Dues.first(Stream.of(
                            roles.values().stream(),
                            grants.values().stream().map(Permission::terms),
                            teams.values().stream().map(Membership::terms))
                    .flatMap(terms -> terms));
        }

        /** The id under which the user holds this very grant or denial. */
        public Optional<GrantId> find(Permission grant) {
            return grants.entrySet().stream()
                    .filter(held -> held.getValue().equals(grant))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }

        Existing withActive(boolean value) {
            return new Existing(id, value, roles, grants, teams);
        }

        Existing withRoles(Map<RoleId, Terms> value) {
            return new Existing(id, active, value, grants, teams);
        }

        Existing withGrants(Map<GrantId, Permission> value) {
            return new Existing(id, active, roles, value, teams);
        }

        Existing withTeams(Map<TeamId, Membership> value) {
            return new Existing(id, active, roles, grants, value);
        }
    }
}
