package io.neomt.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for an operator's own migrations, which goes with the process. */
final class OperatorScripts {

    private OperatorScripts() {}

    static Path folder() {
        try {
            Path folder = Files.createTempDirectory("neo-e2e-migrations");
            Path tenant = Files.createDirectory(folder.resolve("tenant"));
            // what is registered last is deleted first
            folder.toFile().deleteOnExit();
            tenant.toFile().deleteOnExit();
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(Path folder, String name, String sql) {
        try {
            Path script = Files.writeString(folder.resolve(name), sql);
            script.toFile().deleteOnExit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
