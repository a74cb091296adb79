package io.neomt.migration.store.drift;

import io.neomt.migration.plan.AppliedMigration;
import io.neomt.migration.plan.SchemaVersion;
import io.neomt.migration.plan.Script;
import io.neomt.migration.plan.drift.Difference;
import io.neomt.migration.plan.drift.DriftedSchema;
import io.neomt.migration.plan.drift.Part;
import io.neomt.migration.plan.fleet.Level;
import io.neomt.migration.plan.fleet.Target;
import io.neomt.migration.store.direct.History;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The schemas of one database: all by their prints, and by their parts one of each print that is not as expected. */
final class DatabaseScan {

    private final Connection connection;
    private final DSLContext dsl;
    private final Map<Level, List<Script>> scripts;
    private final Map<Kind, Model> models = new HashMap<>();
    private final Map<Looked, List<Difference>> looked = new HashMap<>();

    private record Kind(Level level, @Nullable SchemaVersion version) {}

    private record Looked(Kind kind, String print) {}

    /** A schema that differs. */
    record Found(Target target, DriftedSchema schema) {}

    /** @param connection with auto-commit off */
    DatabaseScan(Connection connection, Map<Level, List<Script>> scripts) {
        this.connection = connection;
        this.dsl = DSL.using(connection, SQLDialect.POSTGRES);
        this.scripts = scripts;
    }

    /** @param prints of those schemas that are there */
    List<Found> scan(List<Target> targets, Map<String, String> prints) throws SQLException {
        List<Found> found = new ArrayList<>();
        for (Target target : targets) {
            List<Difference> differences = differences(target, prints.get(target.schema()));
            if (!differences.isEmpty()) {
                found.add(new Found(target, drifted(target, differences)));
            }
        }
        connection.rollback();
        return found;
    }

    private static DriftedSchema drifted(Target target, List<Difference> differences) {
        SchemaVersion version = target.from();
        return new DriftedSchema(
                target.level().text(),
                target.slug().orElse(null),
                target.connection(),
                target.schema(),
                version == null ? null : version.value(),
                differences);
    }

    private List<Difference> differences(Target target, @Nullable String print) throws SQLException {
        SchemaVersion version = target.from();
        if (print == null) {
            // nobody has made it yet, or it is there without anything in it
            return version == null
                    ? List.of()
                    : List.of(Difference.of("schema", target.schema(), "version " + version.value(), null));
        }
        Kind said = new Kind(target.level(), version);
        if (print.equals(model(said).print()) || compare(said, target, print).isEmpty()) {
            return List.of();
        }
        return byHistory(target, said, print);
    }

    /** What the schema says itself that it is tells why it differs. */
    private List<Difference> byHistory(Target target, Kind said, String print) throws SQLException {
        enter(target.schema());
        Optional<SchemaVersion> own = History.read(dsl).stream()
                .filter(AppliedMigration::successful)
                .map(AppliedMigration::version)
                .max(Comparator.naturalOrder());
        if (own.equals(Optional.ofNullable(said.version()))
                || own.filter(this::known).isEmpty()) {
            return compare(said, target, print);
        }
        List<Difference> differences = new ArrayList<>();
        differences.add(Difference.of("version", target.schema(), text(said.version()), text(own.orElse(null))));
        differences.addAll(compare(new Kind(said.level(), own.get()), target, print));
        return differences;
    }

    private boolean known(SchemaVersion version) {
        return scripts.values().stream().flatMap(List::stream).anyMatch(script -> script.version()
                .equals(version));
    }

    private static String text(@Nullable SchemaVersion version) {
        return version == null ? "none" : version.value();
    }

    private List<Difference> compare(Kind kind, Target target, String print) throws SQLException {
        Looked key = new Looked(kind, print);
        List<Difference> known = looked.get(key);
        if (known == null) {
            List<Part> expected = model(kind).parts();
            enter(target.schema());
            known = Difference.between(expected, Parts.of(dsl));
            looked.put(key, known);
        }
        return known;
    }

    private Model model(Kind kind) throws SQLException {
        Model known = models.get(kind);
        if (known == null) {
            known = Model.of(connection, upTo(kind));
            models.put(kind, known);
        }
        return known;
    }

    private List<Script> upTo(Kind kind) {
        SchemaVersion version = kind.version();
        return Objects.requireNonNull(scripts.get(kind.level())).stream()
                .filter(script -> version != null && script.version().compareTo(version) <= 0)
                .toList();
    }

    private void enter(String schema) {
        dsl.execute("SET LOCAL search_path TO {0}", DSL.quotedName(schema));
    }
}
