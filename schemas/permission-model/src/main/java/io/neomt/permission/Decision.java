package io.neomt.permission;

/** The answer to a check, with what decided it. Only {@link Allowed} allows. */
public sealed interface Decision {

    default boolean allowed() {
        return this instanceof Allowed;
    }

    /** A stable lower-case code for the answer. */
    String reason();

    record Allowed(Entitlement by) implements Decision {
        @Override
        public String reason() {
            return "granted";
        }
    }

    /** A denial covers the code; no grant beats it. */
    record Denied(Entitlement by) implements Decision {
        @Override
        public String reason() {
            return "denied";
        }
    }

    /** Nothing that covers the code was found. */
    record NotGranted() implements Decision {
        @Override
        public String reason() {
            return "not_granted";
        }
    }

    /** The subject or its tenant may do nothing at all. */
    record Blocked(Cause cause) implements Decision {
        @Override
        public String reason() {
            return cause.name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Why a subject may do nothing at all. */
    enum Cause {
        TENANT_NOT_ACTIVE,
        TENANT_SUSPENDED,
        USER_UNKNOWN,
        USER_DEACTIVATED
    }
}
