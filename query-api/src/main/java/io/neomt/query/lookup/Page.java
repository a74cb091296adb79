package io.neomt.query.lookup;

import java.util.List;

/** A part of a list, and how long the whole is. */
public record Page<T>(List<T> items, long total) {

    public Page {
        items = List.copyOf(items);
    }

    /** Cuts a page out of a list that is at hand. */
    public static <T> Page<T> of(List<T> all, PageRange range) {
        int from = (int) Math.min(range.offset(), all.size());
        return new Page<>(all.subList(from, Math.min(from + range.size(), all.size())), all.size());
    }
}
