package io.neomt.commons.web;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What every body says about itself. */
public record Meta(Instant timestamp, String version, String requestId) {

    static final String VERSION = "v1";

    /** About the request that this thread is answering. */
    static Meta current() {
        return new Meta(
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                VERSION,
                RequestContext.current().requestId());
    }
}
