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

/**
 * Apicurio Registry, which keeps its schemas in our PostgreSQL. It is started on a plain class path: its own launcher
 * loads classes in a way that no class archive can speed up.
 */
final class RegistryServer implements Server {

    static final String DATABASE = "neo_registry";

    private static final Duration PROBE = Duration.ofSeconds(2);

    private final StackFolders folders;
    private final StackHome home;
    private final int port;
    private final PostgresAccount account;
    private volatile @Nullable ServerProcess process;
    private volatile @Nullable JavaProgram program;

    RegistryServer(StackFolders folders, StackHome home, int port, PostgresAccount account) {
        this.folders = folders;
        this.home = home;
        this.port = port;
        this.account = account;
    }

    static String url(int port) {
        return "http://127.0.0.1:" + port + "/apis/ccompat/v7";
    }

    @Override
    public Part part() {
        return Part.REGISTRY;
    }

    @Override
    public void prepare() throws IOException {
        Path folder = home.registry();
        // what the server's build transformed goes before the originals
        List<Path> classPath = new ArrayList<>(List.of(
                folder.resolve("quarkus/transformed-bytecode.jar"), folder.resolve("quarkus/generated-bytecode.jar")));
        classPath.addAll(
                JavaProgram.jars(folder.resolve("app"), folder.resolve("lib/main"), folder.resolve("lib/boot")));
        program = new JavaProgram(Part.REGISTRY, classPath, options(), folders.cache());
    }

    @Override
    public void start(Children children, Duration deadline) throws IOException, InterruptedException {
        JavaProgram java = program;
        if (java == null) {
            throw new IllegalStateException("not prepared");
        }
        ProcessBuilder builder = java.server(folders.arguments("registry"), "io.quarkus.runner.GeneratedMain");
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("APICURIO_DATASOURCE_URL", account.url(DATABASE));
        builder.environment().put("APICURIO_DATASOURCE_USERNAME", account.user());
        builder.environment().put("APICURIO_DATASOURCE_PASSWORD", account.password());
        ServerProcess started = children.start(Part.REGISTRY, builder);
        process = started;
        HttpRequest probe = HttpRequest.newBuilder(URI.create(url(port) + "/subjects"))
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

    private static List<String> options() {
        return List.of(
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Xms48m",
                "-Xmx256m",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dquarkus.http.host=127.0.0.1",
                "-Dquarkus.management.host=127.0.0.1",
                "-Dquarkus.management.port=0",
                "-Dquarkus.http.access-log.enabled=false",
                "-Dquarkus.http.io-threads=2",
                "-Dquarkus.banner.enabled=false",
                "-Dquarkus.log.level=WARN",
                "-Dapicurio.storage.kind=sql",
                "-Dapicurio.storage.sql.kind=postgresql",
                "-Dapicurio.datasource.jdbc.initial-size=1",
                "-Dapicurio.datasource.jdbc.min-size=1",
                "-Dapicurio.datasource.jdbc.max-size=10");
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
