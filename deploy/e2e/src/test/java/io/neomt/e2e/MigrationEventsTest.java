package io.neomt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.deploy.cli.client.ApiClient;
import io.neomt.deploy.cli.platform.ServiceName;
import io.neomt.event.MigrationEvent;
import io.neomt.event.MigrationEvent.MigrationRunChanged;
import io.neomt.event.MigrationEvent.MigrationWaveChanged;
import io.neomt.event.MigrationEvent.RunChange;
import io.neomt.event.MigrationEvent.SchemaMigrated;
import io.neomt.event.TenantId;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** A run over a running platform becomes events in the platform's sequence. */
class MigrationEventsTest {

    private static final String COMMON = "platform_common";

    private final TestPlatform platform = TestPlatform.shared();

    @Test
    void everyStepOfARunIsAnEvent() {
        ApiClient orchestrator = platform.client()
                .service(ServiceName.MIGRATION_ORCHESTRATOR.toString())
                .as(platform.adminToken());
        // 202, or 200 where the platform has done so by itself
        orchestrator
                .post("/api/v1/admin/migrations/apply", Map.of("scope", "regional"), Map.of())
                .orRefuse();

        Waiting.until("the run is done", () -> run().stream().anyMatch(MigrationEventsTest::isDone));
        assertThat(run().getFirst())
                .isInstanceOfSatisfying(MigrationRunChanged.class, begun -> assertThat(begun.change())
                        .isEqualTo(RunChange.BEGUN));
        assertThat(run()).hasAtLeastOneElementOfType(MigrationWaveChanged.class);
    }

    /** That migrated what all tenants of a database share. */
    private List<MigrationEvent> run() {
        List<MigrationEvent> all = platform.invariants().log().events(TenantId.PLATFORM.value()).stream()
                .filter(MigrationEvent.class::isInstance)
                .map(MigrationEvent.class::cast)
                .toList();
        Predicate<MigrationEvent> ofCommon = event -> event instanceof SchemaMigrated migrated
                && migrated.schemaName().equals(COMMON);
        return all.stream()
                .filter(ofCommon)
                .findFirst()
                .map(found -> all.stream()
                        .filter(event -> event.runId().equals(found.runId()))
                        .toList())
                .orElse(List.of());
    }

    private static boolean isDone(MigrationEvent event) {
        return event instanceof MigrationRunChanged changed && changed.change() == RunChange.DONE;
    }
}
