package io.neomt.permission;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The answer to a check, with what decided it. Only {@link Allowed} allows. */
public sealed interface Decision {

    /** The reason given when a condition that could not be evaluated made the difference. */
    String CONDITION_UNDECIDABLE = "condition_undecidable";

    default boolean allowed() {
        return this instanceof Allowed;
    }

    /** A stable lower-case code for the answer. */
    String reason();

    /** The condition that could not be evaluated and so closed the door; null when every one could, or none mattered. */
    default @Nullable String undecidable() {
        return null;
    }

    record Allowed(Entitlement by) implements Decision {
        @Override
        public String reason() {
            return "granted";
        }
    }

    /** A denial covers the code; no grant beats it. */
    record Denied(Entitlement by, @Nullable String undecidable) implements Decision {

        public Denied(Entitlement by) {
            this(by, null);
        }

        @Override
        public String reason() {
            return undecidable == null ? "denied" : CONDITION_UNDECIDABLE;
        }
    }

    /** Nothing that covers the code was found. */
    record NotGranted(@Nullable String undecidable) implements Decision {

        static final NotGranted NOTHING = new NotGranted();

        public NotGranted() {
            this(null);
        }

        @Override
        public String reason() {
            return undecidable == null ? "not_granted" : CONDITION_UNDECIDABLE;
        }
    }

    /** The subject or its tenant may do nothing at all. */
    record Blocked(Cause cause) implements Decision {
        @Override
        public String reason() {
            return cause.name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why a subject may do nothing at all. */
    enum Cause {
        TENANT_NOT_ACTIVE,
        TENANT_SUSPENDED,
        TENANT_DELETED,
        /** What is known of the tenant does not go on, and that is not to be relied on. */
        TENANT_PARKED,
        USER_UNKNOWN,
        USER_DEACTIVATED,
        USER_DELETED
    }
}
