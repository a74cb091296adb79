package io.neomt.deploy.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Apicurio Registry, which keeps its schemas in our PostgreSQL. */
final class RegistryServer implements Server {

    static final String DATABASE = "neo_registry";

    private final StackFolders folders;
    private final StackHome home;
    private final int port;
    private final PostgresAccount account;
    private final RunningProgram running = new RunningProgram(Part.REGISTRY);

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
        List<Path> classPath = RunningProgram.quarkus(folder, folder.resolve("lib"));
        running.prepared(new JavaProgram(Part.REGISTRY, classPath, options(), folders.cache()));
    }

    @Override
    public void start(Children children, Duration deadline) throws IOException, InterruptedException {
        ProcessBuilder builder =
                running.program().server(folders.arguments("registry"), "io.quarkus.runner.GeneratedMain");
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().put("APICURIO_DATASOURCE_URL", account.url(DATABASE));
        builder.environment().put("APICURIO_DATASOURCE_USERNAME", account.user());
        builder.environment().put("APICURIO_DATASOURCE_PASSWORD", account.password());
        running.start(children, builder, URI.create(url(port) + "/subjects"), deadline);
    }

    @Override
    public void stop(Duration patience) throws IOException, InterruptedException {
        running.stop(patience);
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
}
