package io.neomt.provisioning.store.snapshot;

import io.neomt.provisioning.plan.TemplateVersion;

/**
 * SQL that makes a whole schema of the template; the search path names the schema.
 *
 * @param history makes the migration history with the rows that Flyway wrote
 * @param tables makes everything else
 */
public record Snapshot(TemplateVersion version, String history, String tables) {}
