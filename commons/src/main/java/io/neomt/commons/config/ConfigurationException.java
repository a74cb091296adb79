package io.neomt.commons.config;

import java.util.Optional;

/**
 * A setting is missing or wrong. The message is one line that names its key and says what is allowed; there is no stack
 * trace, since the place in the code is of no help to whoever corrects the setting.
 */
public final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ConfigurationException(String key, String issue) {
        super(key + " " + issue, null, false, false);
    }

    /** The one among a failure's causes, where there is one. */
    static Optional<ConfigurationException> in(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfigurationException ours) {
                return Optional.of(ours);
            }
        }
        return Optional.empty();
    }
}
