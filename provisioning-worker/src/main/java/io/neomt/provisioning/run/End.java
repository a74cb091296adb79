package io.neomt.provisioning.run;

import org.jspecify.annotations.Nullable;

/** How one attempt at one step ended. */
sealed interface End {

    /** @param detail what was made or found; null where the name of the step says it */
    record Reached(@Nullable String detail) implements End {}

    /** Somebody has to change something before it can be done. */
    record Waits(String reason) implements End {}

    /** @param passing whether it is worth being tried for as long as it takes */
    record Broke(String reason, boolean passing) implements End {}

    /** The tenant is not this instance's to work on any more, or not what it was. */
    record Lost(String reason) implements End {}
}
