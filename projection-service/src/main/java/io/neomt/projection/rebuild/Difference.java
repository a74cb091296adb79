package io.neomt.projection.rebuild;

import org.jspecify.annotations.Nullable;

/**
 * What a view and the one that was made anew hold differently at the same position.
 *
 * @param key of the set or row
 * @param running null where the running view has no such thing
 * @param rebuilt null where the one that was made anew has no such thing
 */
public record Difference(
        String key,
        String field,
        @Nullable String running,
        @Nullable String rebuilt) {}
