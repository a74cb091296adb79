package io.neomt.provisioning.registry;

/** What came of asking a server. */
public sealed interface Probed {

    record Reached(ServerFacts facts) implements Probed {}

    /** @param message for a person who may help; holds no secret */
    record Failed(Problem problem, String message) implements Probed {}

    /** Why a database cannot be used. */
    enum Problem {
        /** Nobody listens there, or does not answer in time. */
        UNREACHABLE,
        /** The name of the user or the password is wrong, or the server lets nobody in from here. */
        LOGIN_REFUSED,
        UNKNOWN_DATABASE,
        SERVER_TOO_OLD,
        /** Registered as a primary, it follows another server. */
        READ_ONLY,
        /** Registered as a replica, it follows no other server. */
        NOT_A_REPLICA,
        MISSING_PRIVILEGE,
        /** It does not hold what the other servers of its cluster hold. */
        OTHER_SYSTEM,
        FAILED
    }
}
