package io.neomt.e2e;

import io.neomt.e2e.TenantLoad.Sent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** Random commands about a tenant's teams, resources, catalogue and settings. */
final class TeamLoad {

    private final TenantLoad tenant;
    private final List<String> teams = new CopyOnWriteArrayList<>();
    private final List<String> access = new CopyOnWriteArrayList<>();

    TeamLoad(TenantLoad tenant) {
        this.tenant = tenant;
    }

    Sent send(Random random) {
        if (teams.size() < 3 || (random.nextInt(15) == 0 && teams.size() < 20)) {
            return create(random);
        }
        String team = "/teams/" + Given.any(teams, random);
        String user = Given.any(tenant.users, random);
        return switch (random.nextInt(16)) {
            case 0, 1 -> tenant.sent("PUT", team + "/parent", Map.of("parent_id", Given.any(teams, random)));
            case 2 -> tenant.sent("PUT", team, Map.of("name", TenantLoad.name("t", random)));
            case 3, 4, 5, 6 -> {
                Map<String, Object> member = Given.with("user_id", user, Given.terms(random));
                yield tenant.post(team + "/members", Map.of("members", List.of(member)));
            }
            case 7 -> tenant.sent("DELETE", team + "/members", Map.of("user_ids", List.of(user)));
            case 8, 9 -> {
                Map<String, Object> role = Given.with("role_id", Given.any(tenant.roles, random), Given.terms(random));
                yield tenant.post(team + "/roles", Map.of("assignments", List.of(role)));
            }
            case 10 ->
                tenant.sent("DELETE", team + "/roles", Map.of("role_ids", List.of(Given.any(tenant.roles, random))));
            case 11 ->
                tenant.sent("PUT", team + "/permissions", Map.of("permissions", List.of(Given.permission(random))));
            case 12 -> random.nextInt(4) == 0 ? end(team, random) : access(random);
            case 13, 14 -> resource(user, random);
            default -> catalogue(random);
        };
    }

    private Sent create(Random random) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", TenantLoad.name("t", random));
        if (!teams.isEmpty() && random.nextBoolean()) {
            body.put("parent_id", Given.any(teams, random));
        }
        return TenantLoad.keep(teams, tenant.post("/teams", body));
    }

    private Sent end(String team, Random random) {
        return random.nextBoolean()
                ? tenant.sent("DELETE", team + "?children=move_up", null)
                : tenant.post(team + "/merge", Map.of("into", Given.any(teams, random)));
    }

    private Sent access(Random random) {
        TenantLoad home = tenant.neighbour;
        if (!access.isEmpty() && random.nextInt(3) == 0) {
            return tenant.sent("DELETE", "/access-grants/" + Given.any(access, random), null);
        }
        Map<String, Object> body = Given.permission(random);
        body.put("home_tenant", home.tenantId);
        body.put("user_id", Given.any(home.users.isEmpty() ? tenant.users : home.users, random));
        return TenantLoad.keep(access, tenant.post("/access-grants", body));
    }

    private Sent resource(String owner, Random random) {
        String path = "/resources/doc/" + Given.instance(random);
        if (random.nextInt(4) == 0) {
            return tenant.sent("DELETE", path, null);
        }
        Map<String, Object> body = new HashMap<>();
        body.put("properties", Map.of("status", "open", "size", random.nextInt(3), "tags", List.of("a", "b")));
        if (random.nextBoolean()) {
            body.put("owner_id", owner);
        }
        if (random.nextBoolean()) {
            body.put("team_id", Given.any(teams, random));
        }
        return tenant.sent("PUT", path, body);
    }

    private Sent catalogue(Random random) {
        String code = "/permissions/res" + random.nextInt(3) + ".act0";
        return switch (random.nextInt(3)) {
            case 0 -> tenant.sent("DELETE", code, null);
            case 1 -> tenant.sent("PUT", code, Map.of("description", TenantLoad.name("d", random)));
            default -> tenant.sent("PUT", "/settings", Map.of("free_permission_codes", true));
        };
    }
}
