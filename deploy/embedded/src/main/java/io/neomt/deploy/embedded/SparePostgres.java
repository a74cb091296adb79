package io.neomt.deploy.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Another PostgreSQL server beside the stack's, which can be stopped, started again, followed by a standby and replaced by
 * it: for tests of what becomes of a platform then. Whoever starts it closes it.
 */
public final class SparePostgres implements AutoCloseable {

    /** A database on it that its user owns. */
    public static final String DATABASE = PostgresServer.SHARED_DATABASE;

    /** Owns the database. */
    public static final String USER = PostgresServer.OWNER;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final StackFolders folders;
    private final DataFolderLock lock;
    private final Children children;
    private final PostgresAccount superuser;
    private final PostgresAccount owner;
    private final PostgresServer server;

    private SparePostgres(Path folder, String superuserPassword, String password) throws IOException {
        this.folders = StackFolders.create(StackOptions.in(folder));
        this.lock = DataFolderLock.acquire(folders.run());
        int port = StackPorts.free(1).getFirst();
        this.superuser = new PostgresAccount(port, PostgresServer.SUPERUSER, superuserPassword);
        this.owner = new PostgresAccount(port, PostgresServer.OWNER, password);
        this.children = new Children(folders, new ProcessLedger(folders.run().resolve("processes.json")));
        this.server = new PostgresServer(folders, superuser, owner, StackListener.silent());
    }

    /** A new server, running. */
    public static SparePostgres start(Path folder) throws IOException, InterruptedException {
        StackSecrets secrets = StackSecrets.in(Files.createDirectories(folder));
        SparePostgres spare = new SparePostgres(
                folder, secrets.get("postgresql.superuser-password"), secrets.get("postgresql.password"));
        spare.start();
        return spare;
    }

    /** A copy of this server that follows it. This one is stopped for the time of the copy; both run at the end. */
    public SparePostgres standby(Path folder) throws IOException, InterruptedException {
        stop();
        SparePostgres standby = new SparePostgres(folder, superuser.password(), owner.password());
        copy(folders.of(Part.POSTGRESQL), standby.folders.of(Part.POSTGRESQL));
        standby.follow(superuser);
        start();
        standby.start();
        return standby;
    }

    /** Makes what runs here a follower of another server; only while it is stopped. */
    private void follow(PostgresAccount primary) throws IOException {
        Path data = folders.of(Part.POSTGRESQL);
        Files.createFile(data.resolve("standby.signal"));
        Files.writeString(
                data.resolve("postgresql.auto.conf"),
                "primary_conninfo = 'host=127.0.0.1 port=%d user=%s password=%s'%n"
                        .formatted(primary.port(), primary.user(), primary.password()),
                StandardOpenOption.APPEND);
    }

    public void start() throws IOException, InterruptedException {
        server.prepare();
        server.start(children, PATIENCE);
    }

    public void stop() throws InterruptedException {
        server.stop(PATIENCE);
    }

    /** It ends where it stands, as with the power of its machine: what it had not yet written to the disk is lost. */
    public void kill() throws InterruptedException {
        server.stop(StopRequest.KILL, PATIENCE);
    }

    /** Makes a standby a server of its own; returns when it takes writes. */
    public void promote() {
        execute("SELECT pg_promote(true, 60)");
    }

    /** As the superuser. */
    public void execute(String sql) {
        try (Connection connection = superuser.connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new StackException("The spare PostgreSQL refused: " + e.getMessage(), e);
        }
    }

    public int port() {
        return superuser.port();
    }

    /** Of {@link #USER}. */
    public String password() {
        return owner.password();
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(from)) {
            all = files.toList();
        }
        for (Path file : all) {
            Files.copy(file, to.resolve(from.relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /** Stops it; the data stays in its folder. */
    @Override
    public void close() throws IOException {
        try {
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.close();
        }
    }
}
