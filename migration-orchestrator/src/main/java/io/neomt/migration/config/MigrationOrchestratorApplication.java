package io.neomt.migration.config;

import io.neomt.commons.config.NeoService;
import io.neomt.commons.config.ServiceApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The migration orchestrator: brings the databases to the version of this build. */
@NeoService
@Import({
    OrchestratorConfiguration.class,
    RunsConfiguration.class,
    SafetyConfiguration.class,
    TriggersConfiguration.class
})
public class MigrationOrchestratorApplication {

    public static void main(String[] args) {
        ServiceApplication.main(() -> start(args));
    }

    /** Returns once the admin database is migrated and the service answers requests. */
    public static ConfigurableApplicationContext start(String... args) {
        return ServiceApplication.start(MigrationOrchestratorApplication.class, "migration-orchestrator", args);
    }
}
