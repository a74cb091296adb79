package io.neomt.deploy.cli.platform;

/** Which ports the platform takes. */
public enum PortChoice {
    /** The documented ones; a taken one is an error. */
    DEFAULT,
    /** Free ones. */
    AUTO
}
