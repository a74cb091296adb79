package io.neomt.migration.plan.drift;

import java.util.List;

/**
 * What a scan has found.
 *
 * @param scanned schemas
 * @param schemas that differ
 * @param unreachable what kept databases from being looked at, so that nothing is known of theirs
 */
public record DriftReport(int scanned, long millis, List<DriftedSchema> schemas, List<String> unreachable) {

    public DriftReport {
        schemas = List.copyOf(schemas);
        unreachable = List.copyOf(unreachable);
    }
}
