package io.neomt.query.lookup;

/**
 * Which part of a list is asked for.
 *
 * @param offset how many items come before it
 */
public record PageRange(long offset, int size) {

    public PageRange {
        if (offset < 0 || size < 1) {
            throw new IllegalArgumentException("a page begins at 0 or later and holds something");
        }
    }
}
