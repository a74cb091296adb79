package io.neomt.command.relay;

import io.neomt.event.EventMetadata;
import io.neomt.event.codec.EncodedEvent;

/** An event as the log holds it, ready to be published. */
public record StoredEvent(EventMetadata metadata, EncodedEvent encoded) {}
