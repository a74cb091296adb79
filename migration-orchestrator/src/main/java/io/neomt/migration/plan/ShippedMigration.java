package io.neomt.migration.plan;

/** A migration that this build brings along. */
public record ShippedMigration(SchemaVersion version, String script, int checksum) {}
