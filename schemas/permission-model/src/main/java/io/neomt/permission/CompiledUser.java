package io.neomt.permission;

import io.neomt.permission.Condition.Outcome;
import io.neomt.permission.Decision.NotGranted;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All grants and denials of one active user, as fast as they can be asked: what the user holds, and references to what
 * many users share. It decides as {@link PermissionSet} does. Immutable, but for what it refers to.
 *
 * <p>Each question names the position that it is asked at. Where something referred to is not there for that position,
 * the answer is null: it cannot be given from here.
 */
public final class CompiledUser {

    /**
     * A team that the user is in.
     *
     * @param team whether or not it still exists
     */
    public record Membership(UUID team, Link<CompiledTeam> link) {}

    private final UUID id;
    private final CompiledSet own;
    private final Link<CompiledSet>[] roles;
    private final Membership[] memberships;

    @SuppressWarnings({"unchecked", "rawtypes"}) // of arrays that nobody else sees
    public CompiledUser(UUID id, CompiledSet own, List<Link<CompiledSet>> roles, List<Membership> memberships) {
        this.id = id;
        this.own = own;
        this.roles = roles.toArray(Link[]::new);
        this.memberships = memberships.toArray(Membership[]::new);
    }

    public @Nullable Decision check(PermissionCode code, long position, Circumstances circumstances) {
        return decide(code, null, position, circumstances);
    }

    /**
     * The check of the narrowest scope that the resource lies in for this user.
     *
     * @param lineage the resource's team and those above it; empty when it has none
     */
    public @Nullable Decision check(
            ResourceAction action,
            ResourceRef resource,
            List<UUID> lineage,
            long position,
            Circumstances circumstances) {
        Scope scope = scopeOf(resource, lineage, circumstances);
        return decide(action.in(scope), resource.instance(), position, circumstances);
    }

    /** The narrowest scope that the resource lies in. */
    public Scope scopeOf(ResourceRef resource, List<UUID> lineage, Circumstances circumstances) {
        if (id.equals(resource.owner())) {
            return Scope.OWN;
        }
        for (Membership membership : memberships) {
            if (lineage.contains(membership.team())
                    && membership.link().way().limits().test(circumstances) == Outcome.TRUE) {
                return Scope.TEAM;
            }
        }
        return Scope.TENANT;
    }

    /** Everything that the user holds, with all that limits it, whether or not it exists at the moment. */
    public @Nullable List<Entitlement> entitlements(long position) {
        List<Entitlement> all = new ArrayList<>(own.entitlements());
        for (Link<CompiledSet> role : roles) {
            CompiledSet set = role.to().at(position);
            if (set == null) {
                return null;
            }
            set.addTo(all, role.way());
        }
        for (Membership membership : memberships) {
            CompiledTeam team = membership.link().to().at(position);
            if (team == null || !team.addTo(all, membership.link().way(), position)) {
                return null;
            }
        }
        return all;
    }

    private @Nullable Decision decide(
            PermissionCode code, @Nullable Instance on, long position, Circumstances circumstances) {
        Decision decision = own.decide(NotGranted.NOTHING, code, on, Way.OPEN, circumstances);
        for (Link<CompiledSet> role : roles) {
            if (Verdicts.isFinal(decision)) {
                return decision;
            }
            CompiledSet set = role.to().at(position);
            if (set == null) {
                return null;
            }
            decision = set.decide(decision, code, on, role.way(), circumstances);
        }
        return byTeams(decision, code, on, position, circumstances);
    }

    private @Nullable Decision byTeams(
            Decision sofar, PermissionCode code, @Nullable Instance on, long position, Circumstances circumstances) {
        @Nullable Decision decision = sofar;
        for (int i = 0; i < memberships.length && decision != null && !Verdicts.isFinal(decision); i++) {
            Link<CompiledTeam> link = memberships[i].link();
            CompiledTeam team = link.to().at(position);
            decision = team == null ? null : team.decide(decision, code, on, link.way(), position, circumstances);
        }
        return decision;
    }
}
