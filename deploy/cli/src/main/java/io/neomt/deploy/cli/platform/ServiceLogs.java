package io.neomt.deploy.cli.platform;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.neomt.commons.observability.JsonLogFormatter;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.LoggerFactory;

/** Where logs go when the command line runs the services: to a file, so that the terminal stays readable. */
public final class ServiceLogs {

    private ServiceLogs() {}

    /** Lets libraries that the command line itself uses speak up only about trouble. */
    public static void quiet() {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.ERROR);
    }

    /** The settings by which services log to this file, one JSON document a line. */
    public static Map<String, String> to(Path file) {
        return Map.of(
                "logging.file.name",
                file.toString(),
                "logging.structured.format.file",
                JsonLogFormatter.class.getName(),
                "logging.threshold.console",
                "OFF");
    }
}
