package io.neomt.deploy.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A server that is a Java program: its command line, and an archive of its classes that halves the time to start. The
 * archive is made when the program ends for the first time, and again when JDK or jars change.
 */
final class JavaProgram {

    private static final List<String> SMALL = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseCompactObjectHeaders",
            "-Xss512k",
            "-XX:-UsePerfData",
            "-Xlog:cds*=off",
            "-Xlog:aot*=off",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private static final Pattern HALF = Pattern.compile(".*\\.([0-9]{1,18})\\.[0-9a-f]+\\.new");

    private final List<Path> classPath;
    private final List<String> options;
    private final Path archive;
    private final Path fresh;

    /** @param options of the JVM; those that all share are added */
    JavaProgram(Part part, List<Path> classPath, List<String> options, Path cache) throws IOException {
        this.classPath = List.copyOf(classPath);
        this.options = Stream.concat(SMALL.stream(), options.stream()).toList();
        Path folder = Files.createDirectories(cache.resolve("classes"));
        this.archive = folder.resolve(part.label() + "-" + fingerprint() + ".jsa");
        this.fresh = folder.resolve("%s.%d.%x.new"
                .formatted(archive.getFileName(), ProcessHandle.current().pid(), System.nanoTime()));
        deleteAbandoned(folder);
    }

    /** The jars of folders, always in the same order. */
    static List<Path> jars(Path... folders) throws IOException {
        List<Path> jars = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(jars::add);
            }
        }
        return jars;
    }

    /** A server that runs until it is stopped. */
    ProcessBuilder server(Path argumentFile, String main, String... arguments) throws IOException {
        String sharing =
                Files.exists(archive) ? "-XX:SharedArchiveFile=" + archive : "-XX:ArchiveClassesAtExit=" + fresh;
        return command(argumentFile, List.of(sharing), main, arguments);
    }

    /** A tool that ends by itself. */
    ProcessBuilder tool(Path argumentFile, String main, String... arguments) throws IOException {
        return command(argumentFile, List.of(), main, arguments);
    }

    /** To be called when the server has ended in order: what it wrote then is whole. */
    void keepArchive() throws IOException {
        if (Files.exists(fresh)) {
            Files.move(fresh, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Half archives whose maker was killed. */
    private static void deleteAbandoned(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Matcher name = HALF.matcher(file.getFileName().toString());
                if (name.matches()
                        && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private ProcessBuilder command(Path argumentFile, List<String> sharing, String main, String... arguments)
            throws IOException {
        List<String> lines = new ArrayList<>(options);
        lines.addAll(sharing);
        lines.add("-cp");
        lines.add(String.join(
                System.getProperty("path.separator"),
                classPath.stream().map(Path::toString).toList()));
        lines.add(main);
        lines.addAll(List.of(arguments));
        Files.writeString(
                argumentFile,
                String.join("\n", lines.stream().map(JavaProgram::quoted).toList()) + "\n");
        return new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + argumentFile);
    }

    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private String fingerprint() throws IOException {
        long hash = System.getProperty("java.vm.version").hashCode();
        for (String option : options) {
            hash = 31 * hash + option.hashCode();
        }
        for (Path jar : classPath) {
            hash = 31 * hash + jar.hashCode();
            hash = 31 * hash + Files.getLastModifiedTime(jar).toMillis();
        }
        return HexFormat.of().toHexDigits(hash);
    }
}
