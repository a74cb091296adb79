package io.neomt.migration.plan.lint;

import io.neomt.migration.plan.SchemaVersion;
import io.neomt.migration.plan.Script;
import io.neomt.migration.plan.fleet.Level;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What lint finds in the scripts of every level. */
public final class Linting {

    /** Were applied before there was a lint, and can never be changed. */
    private static final Map<Level, SchemaVersion> BEFORE_LINT = Map.of(
            Level.ADMIN, new SchemaVersion("1011"),
            Level.REGIONAL, new SchemaVersion("1"),
            Level.TENANT, new SchemaVersion("3"));

    private final Supplier<Map<Level, List<Script>>> catalog;
    private final Linter linter;

    /** @param catalog the scripts of each level, oldest first */
    public Linting(Supplier<Map<Level, List<Script>>> catalog, Linter linter) {
        this.catalog = catalog;
        this.linter = linter;
    }

    public List<Finding> all() {
        Map<Level, List<Script>> scripts = catalog.get();
        return Stream.of(Level.ADMIN, Level.REGIONAL, Level.TENANT)
                .flatMap(level -> of(level, scripts.getOrDefault(level, List.of())).stream())
                .toList();
    }

    private List<Finding> of(Level level, List<Script> scripts) {
        SchemaVersion before = Objects.requireNonNull(BEFORE_LINT.get(level));
        List<Script> looked = scripts.stream()
                .filter(script -> script.version().compareTo(before) > 0)
                .toList();
        return linter.lint(level.text(), looked, level == Level.TENANT);
    }
}
