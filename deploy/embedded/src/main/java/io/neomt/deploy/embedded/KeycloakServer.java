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
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keycloak's process. It is built once for all data folders, and started on a plain class path: its own launcher loads
 * classes in a way that no class archive can speed up.
 */
final class KeycloakServer implements Server {

    private static final Duration BUILD_DEADLINE = Duration.ofMinutes(5);
    private static final Duration PROBE = Duration.ofSeconds(2);
    /** Nobody here needs them, and every one costs time at the start. */
    private static final String LEFT_OUT = "device-flow,ciba,par,kerberos,impersonation";

    private final StackFolders folders;
    private final StackHome home;
    private final URI baseUrl;
    private final Map<String, String> environment;
    private volatile @Nullable ServerProcess process;
    private volatile @Nullable JavaProgram program;

    /** @param environment what is not the same for all data folders, such as the database */
    KeycloakServer(StackFolders folders, StackHome home, URI baseUrl, Map<String, String> environment) {
        this.folders = folders;
        this.home = home;
        this.baseUrl = baseUrl;
        this.environment = Map.copyOf(environment);
    }

    @Override
    public Part part() {
        return Part.KEYCLOAK;
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        Path folder = new Programs(folders.cache()).keycloak(home.keycloak());
        // what the server's build transformed goes before the originals
        List<Path> classPath = new ArrayList<>(List.of(
                folder.resolve("lib/quarkus/transformed-bytecode.jar"),
                folder.resolve("lib/quarkus/generated-bytecode.jar")));
        classPath.addAll(JavaProgram.jars(
                folder.resolve("lib/app"), folder.resolve("lib/lib/main"), folder.resolve("lib/lib/boot")));
        program = new JavaProgram(Part.KEYCLOAK, classPath, options(folder), folders.cache());
    }

    @Override
    public void start(Children children, Duration deadline) throws IOException, InterruptedException {
        JavaProgram java = program;
        if (java == null) {
            throw new IllegalStateException("not prepared");
        }
        ProcessBuilder builder = java.server(
                folders.arguments("keycloak"), "org.keycloak.quarkus.runtime.KeycloakMain", "start", "--optimized");
        builder.environment().putAll(environment);
        ServerProcess started = children.start(Part.KEYCLOAK, builder);
        process = started;
        HttpRequest probe = HttpRequest.newBuilder(baseUrl.resolve("/realms/master"))
                .timeout(PROBE)
                .build();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(PROBE).build()) {
            started.awaitReady(() -> answers(client, probe), deadline);
        }
    }

    @Override
    public void stop(Duration patience) throws IOException, InterruptedException {
        ServerProcess running = process;
        JavaProgram java = program;
        if (running != null && java != null) {
            running.stop(StopRequest.TERMINATE, patience);
            if (running.endedByItself()) {
                java.keepArchive();
            }
        }
    }

    /** What {@code kc.sh build} does, in the unpacked archive. */
    static void build(Path folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options(folder));
        command.addAll(List.of(
                "-cp",
                folder.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "build",
                "--db=postgres",
                "--features-disabled=" + LEFT_OUT));
        Tool.run(new ProcessBuilder(command), "Keycloak cannot be built", BUILD_DEADLINE);
    }

    private static List<String> options(Path folder) {
        return Stream.concat(
                        Stream.of("java.util", "java.util.concurrent", "java.security")
                                .map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED"),
                        Stream.of(
                                // makes keys and compares hashes of passwords, which the first compiler alone is slow
                                // at
                                "-XX:TieredStopAtLevel=4",
                                "-Xms64m",
                                "-Xmx512m",
                                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                                "-Dpicocli.disable.closures=true",
                                "-Dkc.home.dir=" + folder))
                .toList();
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
