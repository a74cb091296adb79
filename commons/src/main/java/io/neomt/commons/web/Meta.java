package io.neomt.commons.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What every body says about itself.
 *
 * @param stale true where what it shows does not go on; else left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Meta(
        Instant timestamp,
        String version,
        String requestId,
        @Nullable Boolean stale) {

    static final String VERSION = "v1";

    /** About the request that this thread is answering. */
    static Meta current() {
        return new Meta(
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                VERSION,
                RequestContext.current().requestId(),
                Staleness.ifStale());
    }
}
