package io.neomt.deploy.embedded;

import java.util.Locale;

/** One server of the stack. */
public enum Part {
    POSTGRESQL,
    REDIS,
    KAFKA,
    REGISTRY,
    ISSUER,
    /** Only where it is asked for, in place of the issuer. */
    KEYCLOAK;

    /** As in file names and messages. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
