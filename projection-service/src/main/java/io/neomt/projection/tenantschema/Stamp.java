package io.neomt.projection.tenantschema;

import java.time.Instant;

/** Where and when a row last changed; the version is the position of the event. */
public record Stamp(long version, Instant at) {}
