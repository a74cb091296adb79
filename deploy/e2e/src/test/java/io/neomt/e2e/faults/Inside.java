package io.neomt.e2e.faults;

import io.neomt.command.config.CommandServiceApplication;
import io.neomt.deploy.cli.platform.ServiceName;
import io.neomt.migration.config.MigrationOrchestratorApplication;
import io.neomt.projection.config.ProjectionServiceApplication;
import io.neomt.provisioning.config.ProvisioningWorkerApplication;
import io.neomt.query.config.QueryApiApplication;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;

/** Services within this process, which cannot be killed, but start faster. */
final class Inside {

    private Inside() {}

    /** Returns once it answers. */
    static ConfigurableApplicationContext start(ServiceName service, Map<String, String> settings, int port) {
        String[] arguments = Stream.concat(
                        settings.entrySet().stream().map(each -> "--" + each.getKey() + "=" + each.getValue()),
                        Stream.of("--server.port=" + port))
                .toArray(String[]::new);
        return switch (service) {
            case MIGRATION_ORCHESTRATOR -> MigrationOrchestratorApplication.start(arguments);
            case COMMAND_SERVICE -> CommandServiceApplication.start(arguments);
            case QUERY_API -> QueryApiApplication.start(arguments);
            case PROVISIONING_WORKER -> ProvisioningWorkerApplication.start(arguments);
            case PROJECTION_SERVICE -> ProjectionServiceApplication.start(arguments);
        };
    }
}
