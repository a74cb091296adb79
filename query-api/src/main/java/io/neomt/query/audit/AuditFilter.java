package io.neomt.query.audit;

import io.neomt.event.Position;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which events are looked for; what is null does not matter.
 *
 * @param actor who sent the command, as it stands in the log
 * @param subject what the event is about, as {@code user/<id>}
 * @param type the name of the kind of event
 * @param from the first moment that is wanted
 * @param to the first moment that is not wanted any more
 * @param before the position from which on nothing is wanted
 * @param most how many at most
 */
public record AuditFilter(
        @Nullable String actor,
        @Nullable String subject,
        @Nullable String type,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Position before,
        int most) {}
