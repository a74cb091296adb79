package io.neomt.command.kernel;

import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.permission.Circumstances;
import io.neomt.permission.Condition;
import io.neomt.permission.Entitlement;
import io.neomt.permission.Limits;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionSet;
import io.neomt.permission.Source;
import io.neomt.permission.Terms;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a user may do at one time: directly, by its roles and those that they inherit, by its teams and those above
 * them. What is outside its window is passed over. Of conditions nothing is known here, so that a grant on one does not
 * exist and a denial on one does.
 */
final class Holdings {

    private final Tenancy tenancy;
    private final Instant now;
    private final List<Entitlement> found = new ArrayList<>();
    private final Set<Visit> seen = new HashSet<>();
    private final ArrayDeque<Step> open = new ArrayDeque<>();

    Holdings(Tenancy tenancy, Instant now) {
        this.tenancy = tenancy;
        this.now = now;
    }

    /** A condition of which nothing is known. */
    private record Unknown(String text) implements Condition {
        @Override
        public Outcome test(Circumstances circumstances) {
            return Outcome.UNDECIDABLE;
        }
    }

    /** @param condition the first one met on the way, null for none: one is as undecidable as several */
    private record Step(
            RoleId role,
            List<String> path,
            Function<List<String>, Source> source,
            @Nullable String condition) {}

    private record Visit(Object what, @Nullable String condition) {}

    PermissionSet of(HolderFacts holder) {
        holder.grants().forEach((id, grant) -> add(grant, null, new Source.Direct(id.value())));
        holder.roles().forEach((role, terms) -> enter(role, terms, List.of(), Source.Role::new, null));
        holder.teams().forEach((team, membership) -> team(team, membership.terms()));
        follow();
        return new PermissionSet(found);
    }

    /** What a user holds by access grants. */
    PermissionSet of(Map<UUID, Permission> grants) {
        grants.forEach((id, grant) -> add(grant, null, new Source.Direct(id)));
        return new PermissionSet(found);
    }

    private void team(TeamId member, Terms terms) {
        if (!terms.window().contains(now)) {
            return;
        }
        List<String> path = new ArrayList<>();
        Set<TeamId> passed = new HashSet<>();
        for (TeamId id = member; id != null && passed.add(id); ) {
            TeamFacts team = tenancy.team(id).orElse(null);
            if (team == null) {
                return;
            }
            path.add(team.name());
            held(team, List.copyOf(path), terms.condition());
            id = team.parentId();
        }
    }

    private void held(TeamFacts team, List<String> path, @Nullable String condition) {
        team.permissions().forEach(permission -> add(permission, condition, new Source.Team(path, List.of())));
        team.roles()
                .forEach((role, terms) ->
                        enter(role, terms, List.of(), roles -> new Source.Team(path, roles), condition));
    }

    private void enter(
            RoleId role,
            Terms terms,
            List<String> path,
            Function<List<String>, Source> source,
            @Nullable String condition) {
        String met = condition == null ? terms.condition() : condition;
        if (terms.window().contains(now) && seen.add(new Visit(role, met))) {
            open.add(new Step(role, path, source, met));
        }
    }

    private void follow() {
        for (Step step = open.poll(); step != null; step = open.poll()) {
            Step here = step;
            tenancy.role(here.role()).ifPresent(role -> held(role, here));
        }
    }

    private void held(RoleFacts role, Step step) {
        List<String> path = new ArrayList<>(step.path());
        path.add(role.name());
        Source source = step.source().apply(path);
        role.permissions().forEach(permission -> add(permission, step.condition(), source));
        role.parents().forEach((parent, terms) -> enter(parent, terms, path, step.source(), step.condition()));
    }

    private void add(Permission permission, @Nullable String met, Source source) {
        if (permission.terms().window().contains(now)) {
            String condition = met == null ? permission.terms().condition() : met;
            Limits limits = permission.instance() == null ? Limits.NONE : Limits.NONE.on(permission.instance());
            found.add(new Entitlement(
                    permission.pattern(),
                    permission.effect(),
                    source,
                    condition == null ? limits : limits.when(new Unknown(condition))));
        }
    }
}
