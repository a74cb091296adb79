package io.neomt.deploy.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Redis with an append-only file. */
final class RedisServer implements Server {

    private static final int PROBE_MILLIS = 500;

    private final StackFolders folders;
    private final int port;
    private final @Nullable String password;
    private volatile @Nullable ServerProcess process;

    RedisServer(StackFolders folders, int port, @Nullable String password) {
        this.folders = folders;
        this.port = port;
        this.password = password;
    }

    @Override
    public Part part() {
        return Part.REDIS;
    }

    @Override
    public void prepare() throws IOException {
        Files.createDirectories(folders.of(Part.REDIS));
        // in a file, since a password on the command line is readable by everybody
        PrivateFiles.write(
                configuration(),
                """
                bind 127.0.0.1
                port %d
                dir "%s"
                daemonize no
                appendonly yes
                appendfsync everysec
                save ""
                maxmemory-policy noeviction
                """.formatted(port, folders.of(Part.REDIS))
                        + (password == null ? "" : "requirepass " + password + "\n"));
    }

    @Override
    public void start(Children children, Duration deadline) throws IOException, InterruptedException {
        Path program = new Programs(folders.cache()).redis();
        ServerProcess started = children.start(
                Part.REDIS,
                new ProcessBuilder(program.toString(), configuration().toString()));
        process = started;
        started.awaitReady(this::answers, deadline);
    }

    @Override
    public void stop(Duration patience) throws InterruptedException {
        ServerProcess running = process;
        if (running != null) {
            running.stop(StopRequest.TERMINATE, patience);
        }
    }

    private Path configuration() {
        return folders.run().resolve("redis.conf");
    }

    /** Whether it answers PING; it refuses while it loads its file. */
    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(Loopback.at(port), PROBE_MILLIS);
            socket.setSoTimeout(PROBE_MILLIS);
            String login = password == null ? "" : "AUTH " + password + "\r\n";
            socket.getOutputStream().write((login + "PING\r\nQUIT\r\n").getBytes(StandardCharsets.UTF_8));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).contains("+PONG");
        } catch (IOException e) {
            // not listening yet: asked again until the deadline
            return false;
        }
    }
}
