package io.neomt.event.chain;

import io.neomt.event.Position;

/**
 * Something that is wrong with an export.
 *
 * @param position of the event that it is wrong with
 * @param what to be read after the position
 */
public record Finding(Position position, String what) {}
