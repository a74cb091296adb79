package io.neomt.migration.store.script;

import io.neomt.migration.plan.SchemaVersion;
import io.neomt.migration.plan.Script;
import io.neomt.migration.plan.fleet.Level;
import io.neomt.view.Migrations;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The scripts of each level, oldest first; read anew when those of the operator's folder have changed. Thread-safe. */
public final class ScriptCatalog implements Supplier<Map<Level, List<Script>>> {

    private final ScriptReader reader;
    private final DataSource database;
    private final Consumer<Map<Level, SchemaVersion>> onRead;
    private @Nullable Read last;

    private record Read(Map<String, String> stamp, Map<Level, List<Script>> scripts) {}

    /**
     * @param database any
     * @param onRead told the version that each level has to be at
     */
    public ScriptCatalog(ScriptReader reader, DataSource database, Consumer<Map<Level, SchemaVersion>> onRead) {
        this.reader = reader;
        this.database = database;
        this.onRead = onRead;
    }

    /** @throws ScriptsInvalidException when two scripts have one version or a name is not one of Flyway's */
    @Override
    public synchronized Map<Level, List<Script>> get() {
        Map<String, String> stamp = reader.stamp();
        @Nullable Read known = last;
        if (known == null || !known.stamp().equals(stamp)) {
            known = new Read(stamp, scripts());
            onRead.accept(newest(known.scripts()));
            last = known;
        }
        return known.scripts();
    }

    /** The version that each level has to be at. */
    public Map<Level, SchemaVersion> required() {
        return newest(get());
    }

    private Map<Level, List<Script>> scripts() {
        Map<Level, List<Script>> scripts = new EnumMap<>(Level.class);
        List<Script> tenant = reader.read(Migrations.TENANT, database);
        scripts.put(Level.ADMIN, reader.read(Migrations.ADMIN, database));
        scripts.put(Level.REGIONAL, reader.read(Migrations.REGIONAL, database));
        scripts.put(Level.TEMPLATE, tenant);
        scripts.put(Level.TENANT, tenant);
        return Map.copyOf(scripts);
    }

    private static Map<Level, SchemaVersion> newest(Map<Level, List<Script>> scripts) {
        return scripts.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().getLast().version()));
    }
}
