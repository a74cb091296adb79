package io.neomt.deploy.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks the programs that jars on the class path carry, once per content; safe among processes. */
final class Programs {

    private static final boolean ARM =
            List.of("aarch64", "arm64").contains(System.getProperty("os.arch").toLowerCase(Locale.ROOT));
    private static final boolean MAC =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
    private static final int EXECUTABLE_BITS = 0111;

    private final Path cache;

    Programs(Path cache) {
        this.cache = cache;
    }

    /** @return the folder with {@code bin}, {@code lib} and {@code share} */
    Path postgres() throws IOException {
        URL archive = resource("postgres-%s-%s.txz".formatted(MAC ? "darwin" : "linux", ARM ? "arm_64" : "x86_64"));
        return once("postgresql", archive, Programs::untar);
    }

    /** @return the program */
    Path redis() throws IOException {
        URL program =
                resource("redis-server-7.0.15-%s-%s".formatted(MAC ? "darwin" : "linux", ARM ? "arm64" : "amd64"));
        return once("redis", program, (in, folder) -> {
                    Path file = folder.resolve("redis-server");
                    Files.copy(in, file);
                    makeExecutable(file);
                })
                .resolve("redis-server");
    }

    /**
     * Keycloak, unpacked and built for PostgreSQL: what it would otherwise do at every start.
     *
     * @return its home
     */
    Path keycloak(Path archive) throws IOException, InterruptedException {
        Path folder = cache.resolve("keycloak-" + Files.size(archive));
        if (!Files.isDirectory(folder)) {
            Path half = half("keycloak");
            try (InputStream in =
                    new GzipCompressorInputStream(new BufferedInputStream(Files.newInputStream(archive)))) {
                place(in, half, 1);
            }
            KeycloakServer.build(half);
            take(half, folder);
        }
        return folder;
    }

    private interface Unpacking {
        void unpack(InputStream from, Path into) throws IOException;
    }

    private Path once(String name, URL source, Unpacking unpacking) throws IOException {
        Path folder = cache.resolve(name + "-" + source.openConnection().getContentLengthLong());
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Path half = half(name);
        try (InputStream in = new BufferedInputStream(source.openStream())) {
            unpacking.unpack(in, half);
        }
        take(half, folder);
        return folder;
    }

    private Path half(String name) throws IOException {
        Files.createDirectories(cache);
        Path half = Files.createTempDirectory(cache, name + ".half");
        return Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Gives what is whole its name. */
    private static void take(Path half, Path folder) throws IOException {
        try {
            Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
            // another process was faster
            delete(half);
        }
    }

    private static URL resource(String name) {
        URL url = Programs.class.getClassLoader().getResource(name);
        if (url == null) {
            throw new StackException("No program for this machine (" + System.getProperty("os.name") + ", "
                    + System.getProperty("os.arch") + "): " + name + " is not on the class path");
        }
        return url;
    }

    private static void untar(InputStream in, Path folder) throws IOException {
        place(new XZCompressorInputStream(in), folder, 0);
    }

    /** @param outer how many folders around everything are left out */
    private static void place(InputStream in, Path folder, int outer) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(in)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path name = Path.of(entry.getName());
                if (name.getNameCount() > outer) {
                    place(tar, entry, folder, name.subpath(outer, name.getNameCount()));
                }
            }
        }
    }

    private static void place(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder, Path name)
            throws IOException {
        Path target = folder.resolve(name).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("the archive points outside of itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.resolveSibling(""));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isLink()) {
            Files.copy(folder.resolve(entry.getLinkName()), target);
        } else {
            Files.copy(tar, target);
            if ((entry.getMode() & EXECUTABLE_BITS) != 0) {
                makeExecutable(target);
            }
        }
    }

    private static void makeExecutable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
