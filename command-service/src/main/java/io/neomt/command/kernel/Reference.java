package io.neomt.command.kernel;

import java.util.Locale;

/**
 * That one subject refers to another, by which it is found from there; declared by its state, written in the transaction
 * of its events.
 */
public record Reference(Kind kind, Subject target) {

    public enum Kind {
        /** A user is in a team. */
        MEMBER,
        /** A team is directly below a team. */
        CHILD,
        /** An access grant is for a user of another tenant. */
        ACCESS,
        /** A deleted user was known to the realm as this. */
        FORMER;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
