package io.neomt.permission;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a team gives its members, with what the teams above it give. Immutable, but for the roles that it refers to.
 *
 * @param lineage the team and those above it, nearest first; empty when there is no such team
 * @param own what it and the teams above it hold themselves
 */
public record CompiledTeam(List<UUID> lineage, CompiledSet own, List<Role> roles) {

    /** Of a team that does not exist (any more). */
    public static final CompiledTeam NONE = new CompiledTeam(List.of(), CompiledSet.EMPTY, List.of());

    public CompiledTeam {
        lineage = List.copyOf(lineage);
        roles = List.copyOf(roles);
    }

    /** What this team makes of a decision; null when one of its roles is not there for this position. */
    @Nullable
    Decision decide(
            Decision sofar,
            PermissionCode code,
            @Nullable Instance on,
            Way membership,
            long position,
            Circumstances circumstances) {
        Decision decision = own.decide(sofar, code, on, membership, circumstances);
        for (int i = 0; i < roles.size() && !Verdicts.isFinal(decision); i++) {
            CompiledSet set = roles.get(i).at(position);
            if (set == null) {
                return null;
            }
            decision = set.decide(decision, code, on, roles.get(i).behind(membership), circumstances);
        }
        return decision;
    }

    /** @return false when one of its roles is not there for this position */
    boolean addTo(List<Entitlement> all, Way membership, long position) {
        own.addTo(all, membership);
        for (Role role : roles) {
            CompiledSet set = role.at(position);
            if (set == null) {
                return false;
            }
            set.addTo(all, role.behind(membership));
        }
        return true;
    }

    /** A role that the team, or one above it, has. */
    public static final class Role {

        private record Seen(CompiledSet original, CompiledSet set) {}

        private final Link<CompiledSet> link;
        private final List<String> teams;
        private volatile Seen seen = new Seen(CompiledSet.EMPTY, CompiledSet.EMPTY);

        /** @param teams names from the member's team to the one that has the role, never empty */
        public Role(Link<CompiledSet> link, List<String> teams) {
            this.link = link;
            this.teams = List.copyOf(teams);
        }

        private Way behind(Way membership) {
            return membership.and(link.way());
        }

        /** The role's set, with the teams in its paths; made again only when the role's has been replaced. */
        @SuppressWarnings("ReferenceEquality") // it is about the very object
        @Nullable
        CompiledSet at(long position) {
            CompiledSet now = link.to().at(position);
            Seen last = seen;
            if (now == null || now == last.original) {
                return now == null ? null : last.set;
            }
            CompiledSet set = now.from(source -> new Source.Team(teams, source.path()));
            seen = new Seen(now, set);
            return set;
        }
    }
}
