package io.neomt.deploy.embedded;

import io.neomt.deploy.embedded.StackListener.State;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A real Keycloak on the PostgreSQL of a running stack, in place of the development issuer. It has the realm of the
 * platform, with the administrator and the service account, and an account that may make realms and nothing else. Whoever
 * starts it closes it, before the stack.
 */
public final class Keycloak implements AutoCloseable {

    /** The client through which the command line signs people of the platform in. */
    public static final String CLI_CLIENT = "neo-cli";

    private static final String DATABASE = "neo_keycloak";
    private static final Duration DEADLINE = Duration.ofMinutes(4);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final StackAddresses stack;
    private final StackSecrets secrets;
    private final URI baseUrl;
    private final KeycloakServer server;
    private final ProcessLedger ledger;
    private final Children children;
    private final StackListener listener;

    private Keycloak(StackAddresses stack, Path dataFolder, int port, StackListener listener) throws IOException {
        StackHome home = StackHome.find();
        StackFolders folders = StackFolders.create(StackOptions.in(dataFolder).home(home));
        this.stack = stack;
        this.secrets = StackSecrets.in(dataFolder);
        this.baseUrl = URI.create("http://127.0.0.1:" + port);
        this.ledger = new ProcessLedger(StackFolders.ledgers(folders.run()).getFirst());
        this.children = new Children(folders, ledger);
        this.server = new KeycloakServer(folders, home, baseUrl, environment());
        this.listener = listener;
    }

    /**
     * Prepares one; nothing runs yet.
     *
     * @param dataFolder where secrets and the log are; that of the stack, or another
     * @throws StackException when somebody else listens on the port
     */
    public static Keycloak on(StackAddresses stack, Path dataFolder, int port, StackListener listener) {
        StackPorts.refuseTaken(Map.of(Part.KEYCLOAK.label(), port));
        try {
            return new Keycloak(stack, dataFolder, port, listener);
        } catch (IOException e) {
            throw new StackException("Keycloak cannot be prepared: " + e, e);
        }
    }

    /**
     * Returns when people of the platform can sign in.
     *
     * @throws StackException when it does not start; nothing is left running then
     */
    public void start() {
        try {
            startServer();
        } catch (IOException e) {
            throw new StackException("Keycloak does not start: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Keycloak does not start: it was interrupted", e);
        }
    }

    /**
     * Starts it on a thread of its own, since it takes its time. Not on one of the common pool: that a child has ended is told on
     * that pool, and whoever waits for it there waits for ever where the pool has one thread.
     */
    public CompletableFuture<Void> startAside() {
        return CompletableFuture.runAsync(
                this::start,
                task -> Thread.ofPlatform().name("neo-start-keycloak").start(task));
    }

    /** What stands before {@code /realms/}. */
    public URI baseUrl() {
        return baseUrl;
    }

    /** As whom anything may be done to it. */
    public KeycloakAdmin admin() {
        return new KeycloakAdmin(baseUrl, KeycloakSeed.ADMIN_CLIENT, secrets.get("keycloak.admin-secret"));
    }

    /** What first admins sign in with once. */
    public String initialPassword() {
        return stack.developmentSecret();
    }

    /** What every service is told in place of what the stack says. */
    public Map<String, String> serviceProperties() {
        Map<String, String> keys = new HashMap<>();
        keys.put("neo.security.issuer-base-url", baseUrl.toString());
        keys.put("neo.keycloak.url", baseUrl.toString());
        keys.put("neo.keycloak.admin-client-id", KeycloakSeed.REALMS_CLIENT);
        keys.put("neo.keycloak.admin-client-secret", secrets.get("keycloak.realms-secret"));
        keys.put("neo.keycloak.client-key", secrets.get("keycloak.client-key"));
        keys.put("neo.keycloak.initial-password", initialPassword());
        return keys;
    }

    @Override
    public void close() {
        try {
            server.stop(PATIENCE);
        } catch (IOException e) {
            throw new StackException("Keycloak does not stop in order: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            letGo();
        }
        listener.progress(Part.KEYCLOAK, State.STOPPED, Duration.ZERO);
    }

    private void letGo() {
        children.abandon();
        try {
            ledger.clear();
        } catch (IOException e) {
            throw new StackException("Keycloak's list of processes cannot be removed: " + e, e);
        }
    }

    private void startServer() throws IOException, InterruptedException {
        long began = System.nanoTime();
        // nobody can close what has not started: a JVM that ends meanwhile ends the child itself
        Thread hook = new Thread(children::abandon, "keycloak-abandon");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            ledger.endLeftovers(PATIENCE, listener);
            listener.progress(Part.KEYCLOAK, State.PREPARING, since(began));
            server.prepare();
            createDatabase();
            listener.progress(Part.KEYCLOAK, State.STARTING, since(began));
            server.start(children, DEADLINE);
            new KeycloakSeed(admin(), secrets.get("keycloak.realms-secret"))
                    .apply(stack, secrets.get("keycloak.client-key"));
            listener.progress(Part.KEYCLOAK, State.READY, since(began));
        } catch (RuntimeException | IOException | InterruptedException e) {
            letGo();
            throw e;
        } finally {
            EmbeddedStack.forget(hook);
        }
    }

    private Map<String, String> environment() {
        Map<String, String> keys = new HashMap<>();
        keys.put("KC_DB_URL", stack.jdbcUrl(DATABASE));
        keys.put("KC_DB_USERNAME", DATABASE);
        keys.put("KC_DB_PASSWORD", secrets.get("keycloak.database-password"));
        keys.put("KC_DB_POOL_MAX_SIZE", "20");
        keys.put("KC_CACHE", "local");
        keys.put("KC_HTTP_ENABLED", "true");
        keys.put("KC_HTTP_HOST", baseUrl.getHost());
        keys.put("KC_HTTP_PORT", Integer.toString(baseUrl.getPort()));
        // built from the configured address: a Host header must not decide what tokens say
        keys.put("KC_HOSTNAME", baseUrl.toString());
        keys.put("KC_BOOTSTRAP_ADMIN_CLIENT_ID", KeycloakSeed.ADMIN_CLIENT);
        keys.put("KC_BOOTSTRAP_ADMIN_CLIENT_SECRET", secrets.get("keycloak.admin-secret"));
        keys.put("KC_LOG_LEVEL", "warn");
        return keys;
    }

    /** A role of its own: Keycloak can neither read nor write what is the platform's. */
    private void createDatabase() {
        PostgresAccount superuser = new PostgresAccount(
                Integer.parseInt(stack.postgresPort()), stack.postgresSuperuser(), stack.postgresSuperuserPassword());
        try (Connection connection = superuser.connect("postgres");
                Statement statement = connection.createStatement()) {
            String password = "LOGIN PASSWORD '" + secrets.get("keycloak.database-password") + "'";
            boolean known = exists(statement, "pg_roles WHERE rolname");
            statement.execute((known ? "ALTER" : "CREATE") + " ROLE " + DATABASE + " " + password);
            if (!exists(statement, "pg_database WHERE datname")) {
                statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + DATABASE + " STRATEGY wal_log");
                statement.execute("REVOKE CONNECT ON DATABASE " + DATABASE + " FROM PUBLIC");
            }
        } catch (SQLException e) {
            throw new StackException("Keycloak's database cannot be created: " + e.getMessage(), e);
        }
    }

    private static boolean exists(Statement statement, String catalog) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT 1 FROM " + catalog + " = '" + DATABASE + "'")) {
            return rows.next();
        }
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
