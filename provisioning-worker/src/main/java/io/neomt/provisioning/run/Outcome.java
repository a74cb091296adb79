package io.neomt.provisioning.run;

/** How one attempt for a tenant ended. */
public sealed interface Outcome {

    /** The tenant is active. */
    record Done() implements Outcome {}

    /** The tenant was active already, and its schema now is of the shipped version. */
    record Migrated() implements Outcome {}

    /** The attempt did not come to its end; the tenant stays on the list. */
    sealed interface Unfinished extends Outcome {

        String reason();
    }

    /** It was in the way of something that passes by itself. */
    record Interrupted(String reason) implements Unfinished {}

    /** Somebody has to change something first. */
    record Blocked(String reason) implements Unfinished {}
}
