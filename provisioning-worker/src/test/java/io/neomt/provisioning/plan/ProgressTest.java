package io.neomt.provisioning.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.provisioning.plan.Progress.StepState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final TemplateVersion SHIPPED = new TemplateVersion("2");
    private static final Optional<Instant> FIRST = Optional.of(Instant.ofEpochSecond(1));
    private static final Optional<Instant> SECOND = Optional.of(Instant.ofEpochSecond(2));
    private static final Optional<Instant> THIRD = Optional.of(Instant.ofEpochSecond(3));
    private static final Optional<Instant> FOURTH = Optional.of(Instant.ofEpochSecond(4));

    @Test
    void aTenantThatWasOnlyRequestedHasEverythingBeforeIt() {
        assertThat(steps(Optional.empty(), SchemaFacts.NONE))
                .containsExactly(
                        new StepState("request", true, FIRST),
                        new StepState("create_schema", false, Optional.empty()),
                        new StepState("migrate_template", false, Optional.empty()),
                        new StepState("activate", false, Optional.empty()));
    }

    @Test
    void anActiveTenantHasTheTimesOfAllSteps() {
        assertThat(steps(FOURTH, new SchemaFacts(true, SECOND, Optional.of(SHIPPED), THIRD)))
                .containsExactly(
                        new StepState("request", true, FIRST),
                        new StepState("create_schema", true, SECOND),
                        new StepState("migrate_template", true, THIRD),
                        new StepState("activate", true, FOURTH));
    }

    @Test
    void aSchemaOfAnOlderTemplateIsNotMigratedYet() {
        SchemaFacts older = new SchemaFacts(true, SECOND, Optional.of(new TemplateVersion("1")), THIRD);

        assertThat(steps(Optional.empty(), older).get(2))
                .isEqualTo(new StepState("migrate_template", false, Optional.empty()));
    }

    private static List<StepState> steps(Optional<Instant> activatedAt, SchemaFacts facts) {
        return Progress.of(FIRST, activatedAt, facts, SHIPPED).steps();
    }
}
