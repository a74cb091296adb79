package io.neomt.migration.run;

import io.neomt.migration.plan.SchemaVersion;
import io.neomt.migration.plan.fleet.Level;
import io.neomt.migration.plan.fleet.RunSpec;
import io.neomt.migration.plan.fleet.Waves.Wave;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * All that a run is going to do.
 *
 * @param waves in their order, none of them empty
 * @param to the version that each level is brought to
 * @param hash of the targets and the scripts
 */
public record RunPlan(
        UUID id, RunSpec spec, List<Wave> waves, Map<Level, SchemaVersion> to, String hash, String requestedBy) {

    public RunPlan {
        waves = List.copyOf(waves);
        to = Map.copyOf(to);
    }
}
