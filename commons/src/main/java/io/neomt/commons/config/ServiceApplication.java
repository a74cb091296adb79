package io.neomt.commons.config;

import io.neomt.commons.observability.JsonLogFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts a service: one application context with its own port, its own pools and its own metrics, so that several can
 * stand next to each other in one process.
 */
public final class ServiceApplication {

    private ServiceApplication() {}

    /**
     * Returns once the service answers requests.
     *
     * @param main annotated with {@link NeoService}
     * @param name of the service: of its configuration file, in its logs and before its threads
     * @param args {@code --key=value}, before every other source
     * @throws ConfigurationException when a setting is missing, wrong or unknown
     */
    public static ConfigurableApplicationContext start(Class<?> main, String name, String... args) {
        SpringApplication application = new SpringApplication(main, ServiceConfiguration.class);
        application.setMainApplicationClass(main);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setDefaultProperties(defaults(name));
        application.addListeners(refuseUnknownKeys());
        try {
            return application.run(args);
        } catch (RuntimeException e) {
            throw ConfigurationException.in(e).map(RuntimeException.class::cast).orElse(e);
        }
    }

    /** Starts a service that is a process of its own: a wrong setting, which was told, ends it with exit code 2. */
    public static void main(Runnable start) {
        try {
            start.run();
        } catch (ConfigurationException _) {
            System.exit(2);
        }
    }

    /** The port that a started service listens on, also where it was free to choose one. */
    public static int port(ConfigurableApplicationContext service) {
        return service.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private static ApplicationListener<ApplicationEnvironmentPreparedEvent> refuseUnknownKeys() {
        UnknownKeys unknownKeys = new UnknownKeys(new KnownKeys(NeoProperties.groups()));
        return event -> unknownKeys.refuse(event.getEnvironment());
    }

    private static Map<String, Object> defaults(String name) {
        Map<String, Object> defaults = new LinkedHashMap<>();
        defaults.put("spring.config.name", name);
        defaults.put("spring.application.name", name);
        defaults.put("spring.main.banner-mode", "off");
        defaults.put("spring.jmx.enabled", "false");
        defaults.put("server.address", "127.0.0.1");
        defaults.put("server.shutdown", "graceful");
        // else each connection is closed after a hundred requests, and whoever asks often opens them all the time
        defaults.put("server.tomcat.max-keep-alive-requests", "-1");
        defaults.put("logging.structured.format.console", JsonLogFormatter.class.getName());
        // a logo and tips of the day are no log
        defaults.put("logging.level.org.jooq.Constants", "warn");
        // at the level of information its clients tell every setting and every partition
        defaults.put("logging.level.org.apache.kafka", "warn");
        // a failed start is told once, by its cause
        defaults.put("logging.level.org.springframework.boot.web.server.servlet.context", "error");
        defaults.put(
                "logging.level.org.springframework.boot.tomcat.servlet.DeferredServletContainerInitializers", "off");
        defaults.put("logging.level.org.springframework.boot.autoconfigure.logging", "off");
        // a path that nobody serves is the caller's mistake, told in the answer
        defaults.put("logging.level.org.springframework.web.servlet.PageNotFound", "error");
        defaults.put("spring.lifecycle.timeout-per-shutdown-phase", "10s");
        return defaults;
    }
}
