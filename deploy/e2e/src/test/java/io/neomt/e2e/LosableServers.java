package io.neomt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.deploy.cli.client.Answer;
import io.neomt.deploy.cli.client.ApiClient;
import io.neomt.deploy.embedded.SparePostgres;
import io.neomt.deploy.embedded.StackAddresses;
import io.neomt.testkit.backends.Backends;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A region of its own: a server that can be lost, a standby that follows it, and a third that stays. */
final class LosableServers implements AutoCloseable {

    static final String REGION = "losable-1";
    static final String PRIMARY = "losable-a";
    static final String STANDBY = "losable-a-standby";
    static final String OTHER = "losable-b";

    private static final String REGISTRY = "/api/v1/admin/connections";

    final SparePostgres primary;
    final SparePostgres standby;
    private final ApiClient registry;
    private final Path folder;

    private LosableServers(ApiClient registry, Path folder) throws IOException, InterruptedException {
        this.registry = registry;
        this.folder = folder;
        this.primary = SparePostgres.start(folder.resolve("primary"));
        this.standby = primary.standby(folder.resolve("standby"));
    }

    /** All three registered; the third takes no tenants until it is activated. */
    static LosableServers start(TestPlatform platform) throws IOException, InterruptedException {
        ApiClient registry = platform.client().provisioning(platform.adminToken());
        LosableServers servers = new LosableServers(registry, Files.createTempDirectory("neo-test-stack-"));
        registry.post("/api/v1/admin/regions", Map.of("code", REGION, "name", "Losable"), Map.of())
                .orRefuse();
        servers.add(
                PRIMARY, "primary", servers.primary.port(), SparePostgres.USER, servers.primary.password(), Map.of());
        servers.add(
                STANDBY,
                "replica",
                servers.standby.port(),
                SparePostgres.USER,
                servers.standby.password(),
                Map.of("cluster_name", PRIMARY));
        StackAddresses stack = Backends.shared().addresses();
        servers.add(
                OTHER,
                "primary",
                Integer.parseInt(stack.postgresPort()),
                stack.postgresUser(),
                stack.postgresPassword(),
                Map.of());
        servers.act(OTHER, "drain").orRefuse();
        return servers;
    }

    private void add(String name, String type, int port, String user, String password, Map<String, String> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.putAll(Map.of(
                "connection_name", name,
                "connection_type", type,
                "region", REGION,
                "host", "127.0.0.1",
                "port", port,
                "database_name", SparePostgres.DATABASE,
                "username", user,
                "password", password));
        registry.post(REGISTRY, body, Map.of()).orRefuse();
    }

    Answer act(String name, String action) {
        return registry.post(REGISTRY + "/" + name + "/" + action, Map.of(), Map.of());
    }

    JsonNode row(String name) {
        return registry.get(REGISTRY + "/" + name, Map.of()).orRefuse().data();
    }

    boolean is(String name, String field) {
        return row(name).path(field).asBoolean();
    }

    /** The tenants' schemas that are there. */
    static List<String> schemas(SparePostgres server) {
        return rows(server, "SELECT nspname FROM pg_namespace WHERE nspname LIKE 'tenant\\_%' ORDER BY nspname");
    }

    /** How far the rows of a tenant are. */
    static long position(SparePostgres server, String slug) {
        return Long.parseLong(rows(server, "SELECT position FROM tenant_" + slug + ".projection_position")
                .getFirst());
    }

    private static List<String> rows(SparePostgres server, String sql) {
        String url = "jdbc:postgresql://127.0.0.1:" + server.port() + "/" + SparePostgres.DATABASE;
        try (Connection connection = DriverManager.getConnection(url, SparePostgres.USER, server.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            TreeSet<String> found = new TreeSet<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return List.copyOf(found);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws IOException {
        for (String name : List.of(PRIMARY, STANDBY, OTHER)) {
            // tenants stay on them; nobody asks for them any more
            assertThat(act(name, "deactivate").succeeded()).isTrue();
        }
        primary.close();
        standby.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
