package io.neomt.migration.store.dryrun;

import io.neomt.commons.connections.DatabaseUnavailableException;
import io.neomt.commons.connections.UnknownConnectionException;
import io.neomt.migration.plan.MigrationPlan;
import io.neomt.migration.plan.Planner;
import io.neomt.migration.plan.SchemaState;
import io.neomt.migration.plan.SchemaVersion;
import io.neomt.migration.plan.Script;
import io.neomt.migration.plan.dryrun.Report;
import io.neomt.migration.plan.dryrun.Report.Sample;
import io.neomt.migration.plan.dryrun.Report.Tried;
import io.neomt.migration.plan.dryrun.Report.Where;
import io.neomt.migration.plan.fleet.Level;
import io.neomt.migration.plan.fleet.Target;
import io.neomt.migration.plan.lint.Finding;
import io.neomt.migration.plan.lint.Linting;
import io.neomt.migration.run.RunPlan;
import io.neomt.migration.store.FleetMigrator.Databases;
import io.neomt.migration.store.direct.History;
import io.neomt.migration.store.scratch.Scratch;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Tries a run at one schema of each version that is in use. */
public final class DryRuns {

    private final Databases databases;
    private final Supplier<Map<Level, List<Script>>> catalog;
    private final Linting linting;
    private final Limits limits;

    /**
     * @param locks how long a statement waits for a lock
     * @param whole how long a transaction may hold what it has locked
     */
    public record Limits(Duration locks, Duration whole) {}

    /** @param catalog the scripts of each level, oldest first */
    public DryRuns(Databases databases, Supplier<Map<Level, List<Script>>> catalog, Linting linting, Limits limits) {
        this.databases = databases;
        this.catalog = catalog;
        this.linting = linting;
        this.limits = limits;
    }

    /** Takes as long as the scripts do. */
    public Report report(RunPlan plan) {
        List<Target> targets =
                plan.waves().stream().flatMap(wave -> wave.targets().stream()).toList();
        List<Sample> samples = new ArrayList<>();
        Map<Level, List<Script>> scripts = catalog.get();
        alike(targets).values().forEach(same -> samples.add(sample(same, scripts)));
        Map<String, String> to = new TreeMap<>();
        plan.to().forEach((level, version) -> to.put(level.text(), version.value()));
        return new Report(
                samples.stream().allMatch(Sample::passed), targets.size(), to, waves(plan), samples, findings(samples));
    }

    private static List<Report.Wave> waves(RunPlan plan) {
        List<Report.Wave> waves = new ArrayList<>();
        plan.waves()
                .forEach(wave -> waves.add(
                        new Report.Wave(waves.size() + 1, wave.targets().size(), wave.careful())));
        return waves;
    }

    private record Alike(Level level, String version) {}

    /** In the order of the run, so that a canary stands for the others where one can. */
    private static Map<Alike, List<Target>> alike(List<Target> targets) {
        return targets.stream()
                .collect(Collectors.groupingBy(
                        target -> new Alike(target.level(), String.valueOf(target.from())),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    private List<Finding> findings(List<Sample> samples) {
        Set<String> names = samples.stream()
                .flatMap(sample -> sample.scripts().stream())
                .map(Tried::script)
                .collect(Collectors.toSet());
        return linting.all().stream()
                .filter(finding -> names.contains(finding.file()))
                .toList();
    }

    private Sample sample(List<Target> same, Map<Level, List<Script>> catalog) {
        Target target = same.getFirst();
        List<Script> scripts = Objects.requireNonNull(catalog.get(target.level()));
        try {
            return sample(target, same.size(), tried(target, scripts), null);
        } catch (RefusedException e) {
            return sample(target, same.size(), List.of(), e.getMessage());
        } catch (SQLException | DataAccessException | DatabaseUnavailableException | UnknownConnectionException e) {
            return sample(target, same.size(), List.of(), "the database does not answer: " + e.getMessage());
        }
    }

    private static Sample sample(Target target, int schemas, List<Tried> tried, @Nullable String refused) {
        SchemaVersion from = target.from();
        return new Sample(
                target.level().text(),
                target.slug().orElse(null),
                target.schema(),
                from == null ? null : from.value(),
                schemas,
                tried,
                refused);
    }

    private List<Tried> tried(Target target, List<Script> scripts) throws SQLException {
        List<Tried> tried = new ArrayList<>();
        List<Script> rest = new ArrayList<>();
        List<Script> before = new ArrayList<>(scripts);
        try (Connection connection = databases.of(target).getConnection()) {
            try {
                DSLContext dsl = DSL.using(connection, SQLDialect.POSTGRES);
                enter(dsl, target.schema());
                List<Script> pending = pending(dsl, scripts);
                before.removeAll(pending);
                Rehearsal rehearsal = new Rehearsal(connection, Where.ROLLED_BACK);
                for (Script script : pending) {
                    if (rest.isEmpty() && script.transactional()) {
                        tried.add(rehearsal.run(script));
                        before.add(script);
                    } else {
                        rest.add(script);
                    }
                }
            } finally {
                connection.rollback();
            }
        }
        boolean possible = target.level() != Level.ADMIN && tried.stream().allMatch(Tried::passed);
        tried.addAll(possible && !rest.isEmpty() ? onClone(target, before, rest) : notRun(rest));
        return tried;
    }

    private static List<Tried> notRun(List<Script> scripts) {
        return scripts.stream().map(Rehearsal::notRun).toList();
    }

    private List<Tried> onClone(Target target, List<Script> before, List<Script> rest) throws SQLException {
        try (Connection connection = databases.of(target).getConnection();
                Scratch _ = Scratch.committed(connection, before)) {
            Rehearsal rehearsal = new Rehearsal(connection, Where.CLONE);
            return rest.stream().map(rehearsal::run).toList();
        }
    }

    private void enter(DSLContext dsl, String schema) {
        dsl.execute("SET LOCAL lock_timeout = %d; SET LOCAL transaction_timeout = %d; SET LOCAL search_path TO %s"
                .formatted(limits.locks().toMillis(), limits.whole().toMillis(), DSL.quotedName(schema)));
    }

    private static List<Script> pending(DSLContext dsl, List<Script> scripts) {
        SchemaState state =
                new SchemaState(scripts.stream().map(Script::shipped).toList(), History.read(dsl));
        return switch (Planner.plan(state)) {
            case MigrationPlan.UpToDate _ -> List.of();
            case MigrationPlan.Refused refused -> throw new RefusedException(refused.message());
            case MigrationPlan.Apply apply -> {
                Set<SchemaVersion> versions =
                        apply.pending().stream().map(each -> each.version()).collect(Collectors.toSet());
                yield scripts.stream()
                        .filter(script -> versions.contains(script.version()))
                        .toList();
            }
        };
    }

    private static final class RefusedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }
}
