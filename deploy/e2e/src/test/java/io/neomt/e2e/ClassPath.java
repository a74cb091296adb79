package io.neomt.e2e;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;

/** This JVM's class path with folders packed as jars: what a JVM keeps of classes for later ones, it keeps of jars only. */
final class ClassPath {

    private ClassPath() {}

    /** @param folder for the jars */
    static String packed(Path folder) throws IOException {
        List<String> packed = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                packed.add(pack(path, folder.resolve(packed.size() + ".jar")).toString());
            } else if (entry.endsWith(".jar")) {
                packed.add(entry);
            }
        }
        return String.join(File.pathSeparator, packed);
    }

    private static Path pack(Path folder, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> all = Files.walk(folder)) {
            out.setLevel(Deflater.BEST_SPEED);
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new ZipEntry(folder.relativize(each).toString().replace('\\', '/')));
                Files.copy(each, out);
                out.closeEntry();
            }
        }
        return jar;
    }
}
