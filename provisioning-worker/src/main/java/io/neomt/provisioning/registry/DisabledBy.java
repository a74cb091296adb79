package io.neomt.provisioning.registry;

/** Who switched a connection off. */
public enum DisabledBy {
    OPERATOR,
    /** The health checks; they switch it on again, too. */
    HEALTH,
    /** Another server of its cluster took its place: it must not be written to, even when it answers again. */
    FENCED
}
