package io.neomt.event.codec;

import io.neomt.event.Event;

/** What a reader makes of bytes: an event, or one of a kind that only newer versions of the platform have. */
public sealed interface Decoded {

    record Known(Event event) implements Decoded {}

    /** A kind of event that came later than this reader; consumers move past it, since it concerns nothing they hold. */
    record Unknown(String wireType) implements Decoded {}
}
