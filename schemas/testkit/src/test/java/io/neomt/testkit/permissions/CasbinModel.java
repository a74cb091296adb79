package io.neomt.testkit.permissions;

import io.neomt.testkit.permissions.World.Feature;
import io.neomt.testkit.permissions.World.Holding;
import io.neomt.testkit.permissions.World.Link;
import io.neomt.testkit.permissions.World.Role;
import io.neomt.testkit.permissions.World.Team;
import io.neomt.testkit.permissions.World.User;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.model.Model;
import org.casbin.jcasbin.rbac.DefaultRoleManager;

/**
 * Answers checks about a world by Casbin, written with its means alone: wildcards are its key patterns; roles, teams and
 * scopes are each a hierarchy of its roles. Whoever is not active is denied everything by a policy.
 */
final class CasbinModel {

    /** What Casbin has no word for: time, and what is neither true nor false. */
    static final Set<Feature> FEATURES =
            EnumSet.of(Feature.USER_DELETION, Feature.ROLE_DENIALS, Feature.TEAMS, Feature.INSTANCES);

    /** g: who has what whose; g2: which scope lies in which; g3: in whose team's tree a team is. */
    private static final String MODEL = """
            [request_definition]
            r = sub, res, act, scope, instance, owner, team

            [policy_definition]
            p = sub, res, act, scope, instance, eft

            [role_definition]
            g = _, _
            g2 = _, _
            g3 = _, _

            [policy_effect]
            e = some(where (p.eft == allow)) && !some(where (p.eft == deny))

            [matchers]
            m = g(r.sub, p.sub) && keyMatch(r.res, p.res) && keyMatch(r.act, p.act) && keyMatch(r.instance, p.instance) \
            && (g2(r.scope, p.scope) || (r.sub == r.owner && g2("own", p.scope)) || (g3(r.sub, r.team) && g2("team", p.scope)))
            """;

    private static final String NONE = "none";
    private static final String EVERY = "*";
    private static final int DEEPEST = 20;

    private final Enforcer enforcer = new Enforcer(model());

    CasbinModel(World world) {
        enforcer.setRoleManager("g", new DefaultRoleManager(DEEPEST));
        enforcer.addNamedGroupingPolicy("g2", "own", "team");
        enforcer.addNamedGroupingPolicy("g2", "team", "tenant");
        enforcer.addNamedGroupingPolicy("g2", "tenant", EVERY);
        world.users().forEach(this::user);
        world.teams().forEach(this::team);
        world.roles().forEach(this::role);
    }

    private static Model model() {
        Model model = new Model();
        model.loadModelFromText(MODEL);
        return model;
    }

    boolean allows(Check check) {
        String permission = check.permission();
        if (permission != null) {
            return allows(check.user(), permission.split("\\.", -1), "", NONE, NONE);
        }
        Check.Target target = Objects.requireNonNull(check.target());
        String[] asked = (check.action() + ".tenant").split("\\.", -1);
        return allows(
                check.user(),
                asked,
                target.type() + "/" + target.id(),
                Objects.requireNonNullElse(target.owner(), NONE),
                Objects.requireNonNullElse(target.team(), NONE));
    }

    private boolean allows(String user, String[] asked, String instance, String owner, String team) {
        return enforcer.enforce(user, asked[0], asked[1], asked[2], instance, owner, team);
    }

    private void user(String name, User user) {
        if (!user.status().equals(World.ACTIVE)) {
            enforcer.addPolicy(name, EVERY, EVERY, EVERY, EVERY, "deny");
        }
        linked(name, user.roles());
        linked(name, user.teams());
        user.teams().forEach(link -> enforcer.addNamedGroupingPolicy("g3", name, link.name()));
        held(name, user.holdings());
    }

    private void team(String name, Team team) {
        linked(name, team.roles());
        held(name, team.holdings());
        if (team.parent() != null) {
            enforcer.addGroupingPolicy(name, team.parent());
            enforcer.addNamedGroupingPolicy("g3", team.parent(), name);
        }
    }

    private void role(String name, Role role) {
        if (!role.deleted()) {
            linked(name, role.parents());
            held(name, role.holdings());
        }
    }

    private void linked(String name, List<Link> links) {
        links.forEach(link -> enforcer.addGroupingPolicy(name, link.name()));
    }

    private void held(String name, List<Holding> holdings) {
        for (Holding holding : holdings) {
            boolean everywhere = holding.instance() == null;
            String[] held = (everywhere ? holding.permission() : holding.permission() + "." + EVERY).split("\\.", -1);
            enforcer.addPolicy(
                    name,
                    held[0],
                    held[1],
                    held[2],
                    everywhere ? EVERY : Objects.requireNonNull(holding.instance()),
                    holding.denial() ? "deny" : "allow");
        }
    }
}
