package io.neomt.provisioning.plan;

import java.time.Instant;
import java.util.Optional;

/**
 * What a schema tells about itself.
 *
 * @param createdAt empty where it is not known
 * @param version of the template; empty before the first migration
 * @param migratedAt when the last migration was applied
 */
public record SchemaFacts(
        boolean exists, Optional<Instant> createdAt, Optional<TemplateVersion> version, Optional<Instant> migratedAt) {

    /** There is no such schema. */
    public static final SchemaFacts NONE = new SchemaFacts(false, Optional.empty(), Optional.empty(), Optional.empty());
}
