package io.neomt.provisioning.run;

import org.jspecify.annotations.Nullable;

/** The operation may be another instance's by now: nothing of what this one was about to do may take effect. */
public final class LeaseLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param renewal why it could not be renewed; null where another worker has the tenant */
    LeaseLostException(@Nullable RuntimeException renewal) {
        super(
                "the lease has ended: another worker may have taken the tenant over"
                        + (renewal == null ? "" : "; it could not be renewed: " + renewal.getMessage()),
                renewal);
    }
}
