package io.neomt.command.config;

import io.neomt.commons.config.NeoService;
import io.neomt.commons.config.ServiceApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The command service as a process, or beside other services in one. */
@NeoService
@Import({StoreConfiguration.class, RelayConfiguration.class, ExpiryConfiguration.class, WritesConfiguration.class})
public class CommandServiceApplication {

    /** Starts the service and returns once it answers. */
    public static ConfigurableApplicationContext start(String... args) {
        return ServiceApplication.start(CommandServiceApplication.class, "command-service", args);
    }

    public static void main(String[] args) {
        ServiceApplication.main(() -> start(args));
    }
}
