package io.neomt.migration.plan;

import java.time.Duration;
import java.time.Instant;

/**
 * A migration as the history of a database tells it.
 *
 * @param successful false where it broke off half-way and was recorded as such
 */
public record AppliedMigration(
        SchemaVersion version,
        String description,
        String script,
        int checksum,
        Instant appliedAt,
        Duration took,
        boolean successful) {}
