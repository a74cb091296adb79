package io.neomt.query.config;

import io.neomt.commons.config.NeoService;
import io.neomt.commons.config.ServiceApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The query API as a process, or beside other services in one. */
@NeoService
@Import({
    ClockConfiguration.class,
    ReadConfiguration.class,
    WebConfiguration.class,
    LookupConfiguration.class,
    AuditConfiguration.class,
    SignInConfiguration.class
})
public class QueryApiApplication {

    /** Starts the service and returns once it answers. */
    public static ConfigurableApplicationContext start(String... args) {
        return ServiceApplication.start(QueryApiApplication.class, "query-api", args);
    }

    public static void main(String[] args) {
        ServiceApplication.main(() -> start(args));
    }
}
