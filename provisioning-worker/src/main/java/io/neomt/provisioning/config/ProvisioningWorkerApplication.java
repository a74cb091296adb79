package io.neomt.provisioning.config;

import io.neomt.commons.config.NeoService;
import io.neomt.commons.config.ServiceApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The provisioning worker: makes tenants and removes them. */
@NeoService
@Import({
    WorkConfiguration.class,
    SchemasConfiguration.class,
    CacheConfiguration.class,
    StreamConfiguration.class,
    RegistryConfiguration.class,
    KeycloakConfiguration.class
})
public class ProvisioningWorkerApplication {

    public static void main(String[] args) {
        ServiceApplication.main(() -> start(args));
    }

    /** Returns once the worker listens and answers requests. */
    public static ConfigurableApplicationContext start(String... args) {
        return ServiceApplication.start(ProvisioningWorkerApplication.class, "provisioning-worker", args);
    }
}
