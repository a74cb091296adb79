package io.neomt.migration.store.script;

import io.neomt.migration.plan.SchemaVersion;
import io.neomt.migration.plan.Script;
import io.neomt.migration.plan.undo.UndoScripts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Scripts {@code U2001__description.sql} of a folder, which take back {@code V2001}; Flyway leaves them alone. */
final class UndoReader {

    private static final Pattern NAME = Pattern.compile("U([1-9][0-9]{0,17})__(.+)\\.sql");

    private UndoReader() {}

    static UndoScripts read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return new UndoScripts(scripts(files.toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<SchemaVersion, Script> scripts(List<Path> files) throws IOException {
        Map<SchemaVersion, Script> scripts = new HashMap<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            Matcher matcher = NAME.matcher(name);
            if (matcher.matches()) {
                SchemaVersion version = new SchemaVersion(matcher.group(1));
                String description = matcher.group(2).replace('_', ' ');
                scripts.put(version, new Script(version, description, name, 0, Files.readString(file)));
            }
        }
        return scripts;
    }
}
