package io.neomt.commons.security;

/** Which sessions were ended before their tokens were. */
@FunctionalInterface
public interface Revocations {

    /** No session is ever ended early. */
    Revocations NONE = session -> Standing.GOOD;

    /** What is known of a session. */
    enum Standing {
        GOOD,
        REVOKED,
        /** Nothing: nobody could be asked yet. */
        UNKNOWN
    }

    Standing of(Session session);
}
