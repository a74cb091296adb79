package io.neomt.migration.run;

import io.neomt.migration.plan.SchemaVersion;
import io.neomt.migration.plan.Script;
import io.neomt.migration.plan.fleet.Level;
import io.neomt.migration.plan.fleet.RunSpec;
import io.neomt.migration.plan.fleet.Target;
import io.neomt.migration.plan.fleet.Waves;
import io.neomt.migration.plan.fleet.Waves.Wave;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Finds out what a run has to do: everything in its scope that is below the version it has to be at. */
public final class Planning {

    private final Supplier<Map<Level, List<Script>>> catalog;

    /** @param catalog the scripts of each level, oldest first, none empty */
    public Planning(Supplier<Map<Level, List<Script>>> catalog) {
        this.catalog = catalog;
    }

    private static Map<Level, SchemaVersion> required(Map<Level, List<Script>> scripts) {
        return scripts.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().getLast().version()));
    }

    /**
     * The plan; empty where there is nothing to do.
     *
     * @param fleet everything that there is
     */
    public Optional<RunPlan> plan(UUID id, RunSpec spec, List<Target> fleet, String requestedBy) {
        Map<Level, List<Script>> scripts = catalog.get();
        Map<Level, SchemaVersion> required = required(scripts);
        List<Target> behind = fleet.stream()
                .filter(target -> spec.scope().covers(target.level()))
                .filter(target -> spec.tenant() == null
                        || target.slug().filter(spec.tenant()::equals).isPresent())
                .filter(target -> isBehind(target, required))
                .toList();
        List<Wave> waves = Waves.of(behind, spec.policy());
        return waves.isEmpty()
                ? Optional.empty()
                : Optional.of(new RunPlan(id, spec, waves, required, hash(scripts, behind), requestedBy));
    }

    private static boolean isBehind(Target target, Map<Level, SchemaVersion> required) {
        SchemaVersion wanted = required.get(target.level());
        return wanted != null && (target.from() == null || target.from().compareTo(wanted) < 0);
    }

    /** Of the targets and the scripts. */
    static String hash(Map<Level, List<Script>> scripts, List<Target> targets) {
        StringBuilder all = new StringBuilder();
        targets.forEach(target -> all.append(target).append('\n'));
        scripts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> entry.getValue().stream())
                .forEach(script -> all.append(script.name())
                        .append(' ')
                        .append(script.checksum())
                        .append('\n'));
        return sha256(all.toString());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
