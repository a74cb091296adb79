package io.neomt.commons.config;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Reads one group of settings into its record. */
final class Settings {

    private final Binder binder;

    Settings(Environment environment) {
        this.binder = Binder.get(environment);
    }

    /** @throws ConfigurationException when a value is missing or wrong */
    <T extends Record> T read(String prefix, Class<T> group) {
        try {
            return binder.bindOrCreate(prefix, group);
        } catch (BindException e) {
            throw ConfigurationException.in(e).orElseGet(() -> unreadable(e));
        }
    }

    private static ConfigurationException unreadable(BindException e) {
        return new ConfigurationException(
                e.getName().toString(), "cannot be read as " + e.getTarget().getType());
    }
}
