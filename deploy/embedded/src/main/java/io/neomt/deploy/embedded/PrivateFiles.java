package io.neomt.deploy.embedded;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only their owner may read, and that others never see half written. */
public final class PrivateFiles {

    private PrivateFiles() {}

    /** Replaces what is there. */
    public static void write(Path file, String content) throws IOException {
        Files.move(temporary(file, content), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** @throws FileAlreadyExistsException when the file is there; of two writers one gets this */
    public static void writeNew(Path file, String content) throws IOException {
        Path temporary = temporary(file, content);
        try {
            Files.createLink(file, temporary);
        } finally {
            Files.delete(temporary);
        }
    }

    /** Creates the folder where it is missing, closed to others. */
    public static Path folder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        return Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private static Path temporary(Path file, String content) throws IOException {
        Path parent = folder(file.toAbsolutePath().resolveSibling(""));
        // temporary files are made for their owner only
        return Files.writeString(Files.createTempFile(parent, "." + file.getFileName(), ".new"), content);
    }
}
