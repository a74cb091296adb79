package io.neomt.deploy.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The process of a server that is a Java program, from its preparation to its end. */
final class RunningProgram {

    private static final Duration PROBE = Duration.ofSeconds(2);

    private final Part part;
    private volatile @Nullable JavaProgram program;
    private volatile @Nullable ServerProcess process;

    RunningProgram(Part part) {
        this.part = part;
    }

    /**
     * The class path of a program that Quarkus built. Its own launcher loads classes in a way that no class archive can speed
     * up.
     *
     * @param libraries the folder with {@code main} and {@code boot}
     */
    static List<Path> quarkus(Path folder, Path libraries) throws IOException {
        // what the build transformed goes before the originals
        List<Path> classPath = new ArrayList<>(List.of(
                folder.resolve("quarkus/transformed-bytecode.jar"), folder.resolve("quarkus/generated-bytecode.jar")));
        classPath.addAll(JavaProgram.jars(folder.resolve("app"), libraries.resolve("main"), libraries.resolve("boot")));
        return classPath;
    }

    void prepared(JavaProgram java) {
        program = java;
    }

    JavaProgram program() {
        JavaProgram java = program;
        if (java == null) {
            throw new IllegalStateException("not prepared");
        }
        return java;
    }

    ServerProcess start(Children children, ProcessBuilder builder) throws IOException {
        ServerProcess started = children.start(part, builder);
        process = started;
        return started;
    }

    /** Starts it, and returns when it answers there. */
    void start(Children children, ProcessBuilder builder, URI answers, Duration deadline)
            throws IOException, InterruptedException {
        ServerProcess started = start(children, builder);
        HttpRequest probe = HttpRequest.newBuilder(answers).timeout(PROBE).build();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PROBE).build()) {
            started.awaitReady(() -> answers(client, probe), deadline);
        }
    }

    void stop(Duration patience) throws IOException, InterruptedException {
        ServerProcess running = process;
        if (running != null) {
            running.stop(StopRequest.TERMINATE, patience);
            if (running.endedByItself()) {
                program().keepArchive();
            }
        }
    }

    private static boolean answers(HttpClient client, HttpRequest probe) {
        try {
            return client.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            // not listening yet: asked again until the deadline
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
