package io.neomt.migration.plan.drift;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A schema that is not what its version should be.
 *
 * @param tenant null for one that belongs to none
 * @param version null where it was never migrated
 */
public record DriftedSchema(
        String level,
        @Nullable String tenant,
        String connection,
        String schema,
        @Nullable String version,
        List<Difference> objects) {

    public DriftedSchema {
        objects = List.copyOf(objects);
    }
}
