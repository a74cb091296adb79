package io.neomt.deploy.cli.bench;

import io.neomt.deploy.cli.bench.Data.DataTenant;
import io.neomt.deploy.cli.client.ApiClient;
import io.neomt.deploy.cli.client.PlatformClient;
import io.neomt.deploy.cli.platform.Progress;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/**
 * Makes the data set by commands, as a customer does. Each tenant has 100 users, 8 roles of 9 permissions each and 5 teams
 * that have a role each. Of the users all have one role and a third a second one, all are members of a team, a tenth
 * were given a permission of their own, and a twentieth are denied one.
 */
final class DataMaker {

    private static final long SEED = 20_260_101;
    private static final String PREFIX = "b";
    private static final String KIND = "m";
    private static final int USERS = 100;
    private static final int ROLES = 8;
    private static final int CODES_OF_A_ROLE = 9;
    private static final int TEAMS = 5;
    private static final int SECOND_ROLE = 3;
    private static final int GIVEN = 10;
    private static final int DENIED = 20;
    private static final int AT_ONCE = 8;
    static final List<String> VIEWS = List.of("tenantschema", "permissionsets");

    private final PlatformClient client;
    private final DataSource admin;
    private final Progress progress;

    DataMaker(BenchPlatform platform, DataSource admin, Progress progress) {
        this.client = platform.client();
        this.admin = admin;
        this.progress = progress;
    }

    Data make(Size size) throws SQLException, InterruptedException {
        long begun = System.nanoTime();
        new ProvisioningBench(client, admin, PREFIX).inOneGo(size.tenants());
        List<Callable<DataTenant>> tenants = IntStream.range(0, size.tenants())
                .<Callable<DataTenant>>mapToObj(number -> () -> tenant(number))
                .toList();
        List<DataTenant> made = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            for (Future<DataTenant> each : threads.invokeAll(tenants)) {
                made.add(each.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("the data set could not be made", e);
        }
        RebuildBench views = new RebuildBench(client);
        made.forEach(tenant -> VIEWS.forEach(view -> views.await(view, tenant.slug())));
        progress.note(
                String.format(Locale.ROOT, "data set %s made in %.1f s", size, (System.nanoTime() - begun) / 1e9));
        return new Data(made);
    }

    private DataTenant tenant(int number) {
        String slug = PREFIX + KIND + number;
        Commands commands =
                new Commands(client.commands(client.token(client.platformRealm(), "admin")), "/api/v1/tenants/" + slug);
        commands.put("/settings", Map.of("free_permission_codes", true));
        Random random = new Random(SEED + number);
        List<String> roles = IntStream.range(0, ROLES)
                .mapToObj(
                        role -> commands.create("/roles", Map.of("name", "role-" + role, "permissions", some(random))))
                .toList();
        List<String> teams = IntStream.range(0, TEAMS)
                .mapToObj(team -> commands.create("/teams", Map.of("name", "team-" + team)))
                .toList();
        teams.forEach(
                team -> commands.send("/teams/" + team + "/roles", Map.of("role_ids", List.of(one(roles, random)))));
        List<String> users = IntStream.range(0, USERS)
                .mapToObj(user -> commands.user("u" + user))
                .toList();
        commands.send("/bulk", Map.of("operations", holdings(users, roles, teams, random)));
        String asker = commands.user(Data.ASKER);
        commands.send("/users/" + asker + "/permissions", Map.of("permission", "permissions.check.tenant"));
        return new DataTenant(slug, users, roles, teams);
    }

    private static List<Map<String, String>> holdings(
            List<String> users, List<String> roles, List<String> teams, Random random) {
        List<Map<String, String>> all = new ArrayList<>();
        for (int i = 0; i < users.size(); i++) {
            String user = users.get(i);
            int first = random.nextInt(ROLES);
            all.add(Map.of("op", "assign_role", "user_id", user, "role_id", roles.get(first)));
            if (i % SECOND_ROLE == 0) {
                all.add(Map.of("op", "assign_role", "user_id", user, "role_id", roles.get((first + 1) % ROLES)));
            }
            all.add(Map.of("op", "add_member", "user_id", user, "team_id", one(teams, random)));
            if (i % GIVEN == 0) {
                all.add(given(user, "allow", random));
            }
            if (i % DENIED == 1) {
                all.add(given(user, "deny", random));
            }
        }
        return all;
    }

    private static Map<String, String> given(String user, String effect, Random random) {
        return Map.of("op", "grant", "user_id", user, "permission", one(Data.CODES, random), "effect", effect);
    }

    private static List<String> some(Random random) {
        return random.ints(0, Data.CODES.size())
                .distinct()
                .limit(CODES_OF_A_ROLE)
                .mapToObj(Data.CODES::get)
                .toList();
    }

    private static String one(List<String> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }

    /** Of one tenant. */
    private record Commands(ApiClient client, String tenant) {

        String create(String path, Object body) {
            return client.post(tenant + path, body, once()).orRefuse().id();
        }

        String user(String name) {
            return create("/users", Map.of("username", name, "display_name", name, "external_id", name));
        }

        void send(String path, Object body) {
            client.post(tenant + path, body, once()).orRefuse();
        }

        void put(String path, Object body) {
            client.put(tenant + path, body, once()).orRefuse();
        }

        private static Map<String, String> once() {
            return Map.of("Idempotency-Key", UUID.randomUUID().toString());
        }
    }
}
