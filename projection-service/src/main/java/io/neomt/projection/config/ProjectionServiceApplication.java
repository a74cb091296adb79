package io.neomt.projection.config;

import io.neomt.commons.config.NeoService;
import io.neomt.commons.config.ServiceApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The projection service: keeps each tenant's rows and permission sets where its events are. */
@NeoService
@Import({
    EngineConfiguration.class,
    AuditConfiguration.class,
    RedisConfiguration.class,
    KafkaConfiguration.class,
    CatchUpConfiguration.class,
    OperationsConfiguration.class,
    RecipesConfiguration.class,
    RebuildConfiguration.class
})
public class ProjectionServiceApplication {

    private static final String NAME = "projection-service";

    public static void main(String[] args) {
        ServiceApplication.main(() -> start(args));
    }

    /** Returns once the service answers requests; closing the context stops it. */
    public static ConfigurableApplicationContext start(String... args) {
        return ServiceApplication.start(ProjectionServiceApplication.class, NAME, args);
    }
}
