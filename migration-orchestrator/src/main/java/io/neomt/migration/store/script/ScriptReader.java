package io.neomt.migration.store.script;

import io.neomt.migration.plan.SchemaVersion;
import io.neomt.migration.plan.Script;
import io.neomt.migration.plan.undo.UndoScripts;
import io.neomt.view.Migrations;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/**
 * Reads the scripts of a level: those that this build brings, and those of an operator's folder, which go on after them.
 *
 * @param folder with one folder for each level, {@code admin}, {@code regional} and {@code tenant}; empty where there is none
 */
public record ScriptReader(Optional<Path> folder) {

    /** Asked about a schema that nobody has, Flyway tells what it would do to an empty one. */
    private static final String NO_SCHEMA = "neo_no_schema";

    /**
     * In the order of their versions.
     *
     * @param database any
     * @throws ScriptsInvalidException when two scripts have one version or a name is not one of Flyway's
     */
    public List<Script> read(Migrations level, DataSource database) {
        return Arrays.stream(infos(level, database))
                .filter(info -> info.getVersion() != null)
                .map(info -> script(level, info))
                .toList();
    }

    private MigrationInfo[] infos(Migrations level, DataSource database) {
        additional(level).ifPresent(Naming::check);
        try {
            return flyway(level, database).info().all();
        } catch (FlywayException e) {
            if (e.getCause() instanceof SQLException) {
                throw e;
            }
            throw new ScriptsInvalidException(withoutFolder(String.valueOf(e.getMessage())), e);
        }
    }

    private String withoutFolder(String message) {
        return folder.map(path -> message.replace(path + "/", "")).orElse(message);
    }

    private Flyway flyway(Migrations level, DataSource database) {
        return Flyway.configure(ScriptReader.class.getClassLoader())
                .dataSource(database)
                .locations(locations(level).toArray(String[]::new))
                .failOnMissingLocations(true)
                .schemas(NO_SCHEMA)
                .createSchemas(false)
                .table(Migrations.HISTORY_TABLE)
                .validateMigrationNaming(false)
                .load();
    }

    /** Those that take versions back, which an operator's folder alone has. */
    public UndoScripts undo(Migrations level) {
        return additional(level).map(UndoReader::read).orElseGet(() -> new UndoScripts(Map.of()));
    }

    /** Where Flyway finds them. */
    public List<String> locations(Migrations level) {
        List<String> locations = new ArrayList<>();
        locations.add("classpath:" + level.folder());
        additional(level).ifPresent(path -> locations.add("filesystem:" + path));
        return locations;
    }

    private Optional<Path> additional(Migrations level) {
        return folder.map(path -> path.resolve(name(level))).filter(Files::isDirectory);
    }

    private static String name(Migrations level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    /** Differs when a file of the folder was added, taken away or written to. */
    Map<String, String> stamp() {
        Map<String, String> stamp = new TreeMap<>();
        for (Migrations level : Migrations.values()) {
            additional(level).ifPresent(path -> stamp(path, stamp));
        }
        return stamp;
    }

    private static void stamp(Path path, Map<String, String> stamp) {
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.toList()) {
                stamp.put(file.toString(), Files.getLastModifiedTime(file) + " " + Files.size(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Script script(Migrations level, MigrationInfo info) {
        return new Script(
                new SchemaVersion(info.getVersion().getVersion()),
                info.getDescription(),
                info.getScript(),
                info.getChecksum(),
                text(level, info.getScript()));
    }

    private String text(Migrations level, String name) {
        Optional<Path> file = additional(level).map(path -> path.resolve(name)).filter(Files::isRegularFile);
        try (InputStream stream = file.isPresent()
                ? Files.newInputStream(file.get())
                : Migrations.class.getResourceAsStream("/" + level.folder() + "/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("the migration " + name + " cannot be found");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
