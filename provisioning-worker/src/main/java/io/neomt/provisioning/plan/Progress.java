package io.neomt.provisioning.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The steps of a tenant with what is known of each; made from what there is, so that a restart changes nothing. */
public record Progress(List<StepState> steps) {

    /**
     * @param name {@code request}, {@code create_schema}, {@code migrate_template} or {@code activate}
     * @param doneAt empty where it is not known, or not done
     */
    public record StepState(String name, boolean done, Optional<Instant> doneAt) {}

    /**
     * @param requestedAt when the tenant was asked for
     * @param activatedAt empty until it is active
     * @param facts of its schema
     * @param shipped the version of the template that the schema has to reach
     */
    public static Progress of(
            Optional<Instant> requestedAt, Optional<Instant> activatedAt, SchemaFacts facts, TemplateVersion shipped) {
        boolean migrated =
                facts.version().map(version -> version.compareTo(shipped) >= 0).orElse(false);
        return new Progress(List.of(
                new StepState("request", true, requestedAt),
                new StepState("create_schema", facts.exists(), facts.createdAt()),
                new StepState("migrate_template", migrated, migrated ? facts.migratedAt() : Optional.empty()),
                new StepState("activate", activatedAt.isPresent(), activatedAt)));
    }
}
