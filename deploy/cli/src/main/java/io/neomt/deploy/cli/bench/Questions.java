package io.neomt.deploy.cli.bench;

import io.neomt.deploy.cli.bench.Data.DataTenant;
import io.neomt.deploy.cli.client.PlatformClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What is asked of the data set, and what is changed in it: a fifth of the users gets four fifths of the questions. Each is
 * asked by somebody of the tenant who may ask about everybody, as an application does.
 */
final class Questions {

    private static final long SEED = 7;
    private static final int BUSY = 5;
    private static final double BUSY_SHARE = 0.8;

    private final Data data;
    private final PlatformClient client;
    private final Map<String, String> tokens = new HashMap<>();
    private final Random random = new Random(SEED);

    Questions(Data data, PlatformClient client) {
        this.data = data;
        this.client = client;
    }

    /** One question each. */
    List<byte[]> checks(int count) {
        List<byte[]> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            DataTenant tenant = tenant();
            all.add(Requests.of("POST", "/api/v1/check", token(tenant), question(tenant)));
        }
        return all;
    }

    /** As many questions each. */
    List<byte[]> batches(int count, int questions) {
        List<byte[]> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            DataTenant tenant = tenant();
            List<Map<String, String>> checks = new ArrayList<>();
            for (int j = 0; j < questions; j++) {
                checks.add(question(tenant));
            }
            all.add(Requests.of("POST", "/api/v1/check/batch", token(tenant), Map.of("checks", checks)));
        }
        return all;
    }

    /** Users are given a role, and after all of them have it, it is taken from them. */
    List<byte[]> changes(int users) {
        String token = client.token(client.platformRealm(), "admin");
        List<byte[]> given = new ArrayList<>(2 * users);
        List<byte[]> taken = new ArrayList<>();
        for (int i = 0; i < users; i++) {
            DataTenant tenant = tenant();
            String path = "/api/v1/tenants/" + tenant.slug() + "/users/" + user(tenant) + "/roles";
            Map<String, List<String>> roles = Map.of("role_ids", List.of(one(tenant.roles())));
            given.add(Requests.of("POST", path, token, roles));
            taken.add(Requests.of("DELETE", path, token, roles));
        }
        given.addAll(taken);
        return given;
    }

    private Map<String, String> question(DataTenant tenant) {
        return Map.of("user_id", user(tenant), "permission", one(Data.CODES));
    }

    private DataTenant tenant() {
        return data.tenants().get(random.nextInt(data.tenants().size()));
    }

    private String user(DataTenant tenant) {
        List<String> users = tenant.users();
        int busy = users.size() / BUSY;
        return users.get(
                random.nextDouble() < BUSY_SHARE ? random.nextInt(busy) : busy + random.nextInt(users.size() - busy));
    }

    private String token(DataTenant tenant) {
        return tokens.computeIfAbsent(tenant.slug(), _ -> client.token(tenant.realm(), Data.ASKER));
    }

    private String one(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }
}
