package io.neomt.commons.config;

import java.util.Locale;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Refuses settings that nobody reads: a misspelt key would else leave its default in force, unseen. */
final class UnknownKeys {

    private final KnownKeys known;

    UnknownKeys(KnownKeys known) {
        this.known = known;
    }

    /** @throws ConfigurationException naming the first unknown key and the known one that is most like it */
    void refuse(ConfigurableEnvironment environment) {
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (source instanceof EnumerablePropertySource<?> enumerable && !isConfigurationPropertiesView(source)) {
                boolean variables =
                        source.getName().endsWith(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
                for (String name : enumerable.getPropertyNames()) {
                    if (isMeantForUs(name, variables) && !known.contains(name)) {
                        throw unknown(name);
                    }
                }
            }
        }
    }

    private boolean isMeantForUs(String name, boolean variable) {
        return variable
                ? name.startsWith("NEO_") && known.isInGroup(name)
                : name.toLowerCase(Locale.ROOT).startsWith("neo.");
    }

    private static boolean isConfigurationPropertiesView(PropertySource<?> source) {
        return source.getName().equals("configurationProperties");
    }

    private ConfigurationException unknown(String name) {
        String nearest =
                known.nearest(name).map(key -> "; did you mean " + key + "?").orElse("");
        return new ConfigurationException(name, "is not a known setting" + nearest);
    }
}
