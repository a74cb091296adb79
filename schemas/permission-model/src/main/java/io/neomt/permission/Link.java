package io.neomt.permission;

/**
 * A way to something that many refer to.
 *
 * @param limits when and on which conditions the way is open
 */
public record Link<T>(Limits limits, Cell<T> to) {}
