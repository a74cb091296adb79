package io.neomt.deploy.cli.platform;

/** Who signs the users of a platform in. */
public enum Identity {
    /** An issuer that gives everybody a token who knows its secret. */
    DEVELOPMENT,
    /** A Keycloak of the platform's own. */
    KEYCLOAK;

    public static Identity of(boolean keycloak) {
        return keycloak ? KEYCLOAK : DEVELOPMENT;
    }
}
