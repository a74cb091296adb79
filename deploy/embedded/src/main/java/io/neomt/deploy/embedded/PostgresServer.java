package io.neomt.deploy.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** PostgreSQL, run in the foreground. */
final class PostgresServer implements Server {

    static final String SUPERUSER = "postgres";
    static final String OWNER = "neo";
    static final String ADMIN_DATABASE = "neo_admin";
    static final String SHARED_DATABASE = "neo_shared_us";
    static final String SHARED_DATABASE_EU = "neo_shared_eu";

    private static final Duration INIT_DEADLINE = Duration.ofSeconds(60);
    /** A connection lasts for minutes, and what cleans up for seconds. */
    private static final Duration BETWEEN_ADJUSTMENTS = Duration.ofMillis(500);

    private static final Duration LEFTOVER_PATIENCE = Duration.ofSeconds(20);
    /** Children of a killed server end within moments; until then the new one refuses the folder. */
    private static final String CHILDREN_ALIVE = "pre-existing shared memory block";

    private final StackFolders folders;
    private final PostgresAccount superuser;
    private final PostgresAccount owner;
    private final StackListener listener;
    private volatile @Nullable ServerProcess process;

    PostgresServer(StackFolders folders, PostgresAccount superuser, PostgresAccount owner, StackListener listener) {
        this.folders = folders;
        this.superuser = superuser;
        this.owner = owner;
        this.listener = listener;
    }

    @Override
    public Part part() {
        return Part.POSTGRESQL;
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        if (Files.isDirectory(data())) {
            PostmasterFile.in(data()).clear(LEFTOVER_PATIENCE, listener);
        } else {
            initialize();
        }
    }

    @Override
    public void start(Children children, Duration deadline) throws IOException, InterruptedException {
        shareProcessors(serving(children, deadline));
        createDatabases();
    }

    private ServerProcess serving(Children children, Duration deadline) throws IOException, InterruptedException {
        long end = System.nanoTime() + deadline.toNanos();
        while (true) {
            ServerProcess started = children.start(Part.POSTGRESQL, serverCommand());
            process = started;
            try {
                started.awaitReady(this::answers, deadline);
                return started;
            } catch (StackException e) {
                if (!started.logContains(CHILDREN_ALIVE) || System.nanoTime() > end) {
                    throw e;
                }
            }
        }
    }

    private void shareProcessors(ServerProcess server) {
        SessionShares shares = new SessionShares(server.handle());
        if (shares.matter()) {
            Thread.ofVirtual().name("postgresql-shares").start(() -> adjust(shares, server));
        }
    }

    private void adjust(SessionShares shares, ServerProcess server) {
        try {
            do {
                shares.adjust();
            } while (!server.endsWithin(BETWEEN_ADJUSTMENTS));
        } catch (IOException e) {
            // one that has ended has no connections to share for
            if (server.handle().isAlive()) {
                listener.notice("postgresql's connections keep the share of processors that they have: " + e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop(Duration patience) throws InterruptedException {
        stop(StopRequest.INTERRUPT, patience);
    }

    void stop(StopRequest how, Duration patience) throws InterruptedException {
        ServerProcess running = process;
        if (running != null) {
            running.stop(how, patience);
        }
    }

    private Path data() {
        return folders.of(Part.POSTGRESQL);
    }

    private Path program(String name) throws IOException {
        return new Programs(folders.cache()).postgres().resolve("bin").resolve(name);
    }

    /** In a folder that gets its name when it is whole, so that an interrupted start leaves nothing half made. */
    private void initialize() throws IOException, InterruptedException {
        Path half = data().resolveSibling("postgresql.new");
        deleteTree(half);
        Files.createDirectories(half);
        Path password = folders.run().resolve("postgresql.password");
        PrivateFiles.write(password, superuser.password());
        UnprivilegedUser user = UnprivilegedUser.find();
        user.own(half, folders.data());
        user.own(password, folders.data());
        Tool.run(
                user.command(List.of(
                        program("initdb").toString(),
                        "--pgdata=" + half,
                        "--username=" + SUPERUSER,
                        "--pwfile=" + password,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--no-sync")),
                "PostgreSQL's folder cannot be initialized",
                INIT_DEADLINE);
        Files.delete(password);
        Files.move(half, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private ProcessBuilder serverCommand() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                program("postgres").toString(), "-D", data().toString(), "-p", Integer.toString(superuser.port())));
        Stream.of(
                        "listen_addresses=127.0.0.1",
                        "unix_socket_directories=",
                        "max_connections=300",
                        "max_locks_per_transaction=256",
                        "shared_buffers=256MB",
                        "synchronous_commit=on",
                        "max_wal_size=2GB",
                        "jit=off",
                        "timezone=UTC",
                        "log_timezone=UTC")
                .forEach(setting -> command.addAll(List.of("-c", setting)));
        return UnprivilegedUser.find().command(command);
    }

    private boolean answers() {
        try (Connection connection = superuser.connect("postgres")) {
            return connection.isValid(1);
        } catch (SQLException e) {
            // not listening, or still recovering: asked again until the deadline
            return false;
        }
    }

    private void createDatabases() {
        try (Connection connection = superuser.connect("postgres");
                Statement statement = connection.createStatement()) {
            if (missing(statement, "pg_roles WHERE rolname", OWNER)) {
                statement.execute("CREATE ROLE " + OWNER + " LOGIN PASSWORD '" + owner.password() + "'");
            }
            // tenants get roles of their own, and some databases of their own; older folders lack the right to it
            if (missing(statement, "pg_roles WHERE rolcreaterole AND rolcreatedb AND rolname", OWNER)) {
                statement.execute("ALTER ROLE " + OWNER + " CREATEDB CREATEROLE");
            }
            for (String database :
                    List.of(ADMIN_DATABASE, SHARED_DATABASE, SHARED_DATABASE_EU, RegistryServer.DATABASE)) {
                if (missing(statement, "pg_database WHERE datname", database)) {
                    statement.execute("CREATE DATABASE " + database + " OWNER " + OWNER + " STRATEGY wal_log");
                }
            }
        } catch (SQLException e) {
            throw new StackException("PostgreSQL's databases cannot be created: " + e.getMessage(), e);
        }
    }

    private static boolean missing(Statement statement, String catalog, String name) throws SQLException {
        try (var rows = statement.executeQuery("SELECT 1 FROM " + catalog + " = '" + name + "'")) {
            return !rows.next();
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        if (Files.exists(folder)) {
            Programs.delete(folder);
        }
    }
}
