package io.neomt.query.scene;

import io.neomt.event.Position;

/** What a look into the cache found. */
public sealed interface Seen {

    /** Complete, and new enough. */
    record Found(Snapshot snapshot) implements Seen {}

    /** Complete, but older than needed. */
    record Behind(Position position) implements Seen {}

    /** The tenant's sets are missing, partly missing or unreadable, and prove nothing. */
    record Incomplete() implements Seen {}

    /** The cache gave no answer. */
    record Unreachable() implements Seen {}
}
