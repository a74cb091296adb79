package io.neomt.event;

/** Why something that was given is gone. */
public enum Cause {
    /** Somebody took it back. */
    REVOKED,
    /** Its window is over. */
    EXPIRED
}
