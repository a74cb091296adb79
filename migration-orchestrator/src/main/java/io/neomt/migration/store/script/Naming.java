package io.neomt.migration.store.script;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names of files. Flyway would look at them, too, but takes those that take versions back for mistakes. */
final class Naming {

    private static final Pattern NAME = Pattern.compile("[VU][1-9][0-9]{0,17}__[^/]+\\.sql");

    private Naming() {}

    /** @throws ScriptsInvalidException naming those that are neither a version nor one that takes it back */
    static void check(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> wrong = files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .filter(name -> name.endsWith(".sql"))
                    .filter(name -> !NAME.matcher(name).matches())
                    .sorted()
                    .toList();
            if (!wrong.isEmpty()) {
                throw new ScriptsInvalidException(
                        "not the name of a script, such as V2001__notes.sql or U2001__notes.sql: "
                                + String.join(", ", wrong));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
