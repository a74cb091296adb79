package io.neomt.deploy.embedded;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Keycloak's process. It is built once for all data folders. */
final class KeycloakServer implements Server {

    private static final Duration BUILD_DEADLINE = Duration.ofMinutes(5);
    /** Nobody here needs them, and every one costs time at the start. */
    private static final String LEFT_OUT = "device-flow,ciba,par,kerberos,impersonation";

    private final StackFolders folders;
    private final StackHome home;
    private final URI baseUrl;
    private final Map<String, String> environment;
    private final RunningProgram running = new RunningProgram(Part.KEYCLOAK);

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
        List<Path> classPath = RunningProgram.quarkus(folder.resolve("lib"), folder.resolve("lib/lib"));
        running.prepared(new JavaProgram(Part.KEYCLOAK, classPath, options(folder), folders.cache()));
    }

    @Override
    public void start(Children children, Duration deadline) throws IOException, InterruptedException {
        ProcessBuilder builder = running.program()
                .server(
                        folders.arguments("keycloak"),
                        "org.keycloak.quarkus.runtime.KeycloakMain",
                        "start",
                        "--optimized");
        builder.environment().putAll(environment);
        running.start(children, builder, baseUrl.resolve("/realms/master"), deadline);
    }

    @Override
    public void stop(Duration patience) throws IOException, InterruptedException {
        running.stop(patience);
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
}
