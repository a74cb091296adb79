package io.neomt.command.model;

import io.neomt.command.kernel.Rejection;
import io.neomt.command.kernel.Subject;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import java.util.Map;

/** How a command ended. */
public sealed interface Outcome {

    /**
     * What was asked for is so.
     *
     * @param tenant in whose sequence it is so; of a repeated request the one that the first request made
     * @param position where the tenant's sequence stood then: a view at this position shows it
     * @param version of the subject
     * @param changed false when all was so before
     * @param data the resource as the command left it, ready to be shown
     */
    record Accepted(
            TenantId tenant,
            Subject subject,
            Position position,
            long version,
            boolean changed,
            Map<String, Object> data)
            implements Outcome {}

    /** A rule says no; nothing changed. */
    record Refused(Rejection rejection) implements Outcome {}

    /**
     * The command could not be dealt with now.
     *
     * @param uncertain whether it may have been committed after all; a retry with the same idempotency key is safe
     * @param retryAfterSeconds when to try again
     */
    record Unavailable(String message, boolean uncertain, int retryAfterSeconds) implements Outcome {}

    /** A fault of the platform itself; nothing changed. */
    record Failed() implements Outcome {}
}
