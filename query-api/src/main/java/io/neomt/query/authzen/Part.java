package io.neomt.query.authzen;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * A part of the results of a search.
 *
 * @param nextToken leads to the next part; empty where there is none
 */
public record Part<T>(List<T> results, String nextToken) {

    public Part {
        results = List.copyOf(results);
    }

    /** All of what nobody may find anything in. */
    public static <T> Part<T> empty() {
        return new Part<>(List.of(), "");
    }

    /** The same part, its results told in another way. */
    public <R> Part<R> map(Function<T, R> told) {
        return new Part<>(results.stream().map(told).toList(), nextToken);
    }

    /**
     * The part that is asked for, of results that are all at hand.
     *
     * @param all in the order of their keys, which are unique
     */
    public static <T> Part<T> of(List<T> all, Function<T, String> key, Paging paging) {
        String cursor = paging.cursor();
        List<T> left = cursor == null
                ? all
                : all.stream()
                        .filter(item -> key.apply(item).compareTo(cursor) > 0)
                        .toList();
        if (left.size() <= paging.limit()) {
            return new Part<>(left, "");
        }
        List<T> results = left.subList(0, paging.limit());
        String last = results.isEmpty() ? Objects.requireNonNullElse(cursor, "") : key.apply(results.getLast());
        return new Part<>(results, paging.nextToken(last));
    }
}
