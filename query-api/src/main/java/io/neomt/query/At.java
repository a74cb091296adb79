package io.neomt.query;

import io.neomt.event.Position;

/** A value as it was at one position of its tenant's sequence. */
public record At<T>(Position position, T value) {}
