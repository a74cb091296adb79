package io.neomt.deploy.embedded;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder with the servers that the build unpacked ({@code kafka/}, {@code registry/}) and with what is made from
 * them once for all data folders: PostgreSQL's and Redis's programs and the class archives of the JVMs.
 */
public record StackHome(Path folder) {

    /** System property that names the folder where it is not beside this module's classes. */
    public static final String PROPERTY = "neo.stack.home";

    /** @throws StackException when there is no such folder */
    public static StackHome find() {
        String named = System.getProperty(PROPERTY);
        Path target = classesParent();
        return Stream.of(
                        named == null ? null : Path.of(named),
                        target == null ? null : target.resolve("stack"),
                        Path.of("deploy/embedded/target/stack"))
                .filter(path -> path != null && isHome(path))
                .findFirst()
                .map(path -> new StackHome(path.toAbsolutePath().normalize()))
                .orElseThrow(() -> new StackException("The servers are not unpacked. Build the module deploy/embedded"
                        + " (mvn -pl deploy/embedded -am package), or name their folder with -D" + PROPERTY));
    }

    Path kafka() {
        return folder.resolve("kafka");
    }

    Path registry() {
        return folder.resolve("registry");
    }

    /** The archive as it was published. */
    Path keycloak() throws IOException {
        Path keycloak = folder.resolve("keycloak");
        if (Files.isDirectory(keycloak)) {
            try (Stream<Path> files = Files.list(keycloak)) {
                Optional<Path> archive = files.filter(file -> file.toString().endsWith(".tar.gz"))
                        .max(Comparator.naturalOrder());
                if (archive.isPresent()) {
                    return archive.get();
                }
            }
        }
        throw new StackException("Keycloak's archive is not in " + keycloak + ". Build the module deploy/embedded.");
    }

    /** Where programs and class archives may be kept: here, or with the data where this folder is read-only. */
    Path cache(Path dataFolder) {
        return Files.isWritable(folder) ? folder.resolve("cache") : dataFolder.resolve("cache");
    }

    private static boolean isHome(Path path) {
        return Files.isDirectory(path.resolve("kafka")) && Files.isDirectory(path.resolve("registry"));
    }

    private static @Nullable Path classesParent() {
        CodeSource source = StackHome.class.getProtectionDomain().getCodeSource();
        if (source == null || !"file".equals(source.getLocation().getProtocol())) {
            return null;
        }
        try {
            return Path.of(source.getLocation().toURI()).getParent();
        } catch (URISyntaxException e) {
            throw new StackException("not a place: " + source.getLocation(), e);
        }
    }
}
