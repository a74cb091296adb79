package io.neomt.query.freshness;

import io.neomt.event.Position;
import io.neomt.event.UserId;
import io.neomt.query.At;
import io.neomt.query.Standing;
import java.util.Map;

/** What a look into the cache found. */
public sealed interface Seen {

    /** Complete, and new enough. */
    record Found(At<Map<UserId, Standing>> sets) implements Seen {}

    /** Complete, but older than needed. */
    record Behind(Position position) implements Seen {}

    /** The tenant's sets are missing, partly missing or unreadable, and prove nothing. */
    record Incomplete() implements Seen {}

    /** The cache gave no answer. */
    record Unreachable() implements Seen {}
}
