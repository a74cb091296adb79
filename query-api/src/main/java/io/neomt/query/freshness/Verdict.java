package io.neomt.query.freshness;

import java.time.Duration;

/** What to do with what was seen. */
public sealed interface Verdict {

    /** It may be answered from. */
    record Satisfied() implements Verdict {}

    /** Look again after a change, or after this time. */
    record Wait(Duration atMost) implements Verdict {}

    /** Look into the database. */
    record ReadThrough() implements Verdict {}

    /** Nothing new enough came in time. */
    record Unavailable() implements Verdict {}
}
