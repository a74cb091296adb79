package io.neomt.provisioning.run;

/** How one attempt for a tenant ended. */
public sealed interface Outcome {

    /** The tenant is what it was to become. */
    sealed interface Finished extends Outcome {}

    /** It is active. */
    record Done() implements Finished {}

    /** It was active already, and has the role now that it lacked. */
    record RoleGiven() implements Finished {}

    /** It is out of use, or gone. */
    record Removed() implements Finished {}

    /** It could not be made, and what was made of it is taken back. */
    record GivenUp(String reason) implements Finished {}

    /** There is nothing to do for it, or another instance does it. */
    record Elsewhere() implements Finished {}

    /** The attempt did not come to its end; the tenant stays on the list. */
    sealed interface Unfinished extends Outcome {

        String reason();
    }

    /** It was in the way of something that passes by itself. */
    record Interrupted(String reason) implements Unfinished {}

    /** Somebody has to change something first. */
    record Blocked(String reason) implements Unfinished {}
}
