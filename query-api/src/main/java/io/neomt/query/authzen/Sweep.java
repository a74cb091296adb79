package io.neomt.query.authzen;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Goes through all that may be results, in their order, until enough are found or one request has looked at enough. */
public final class Sweep {

    private static final int STRIDE = 500;
    private static final int MOST_LOOKED_AT = 20_000;

    private Sweep() {}

    /** What may be a result. */
    public interface Candidates {

        /** @param after the last one that is not wanted any more; null for the first ones */
        List<String> after(@Nullable String after, int most);
    }

    /**
     * A part of the results. It may hold fewer than asked for and still not be the last one.
     *
     * @param found those of some candidates that are results, in their order
     */
    public static Part<String> through(Candidates candidates, UnaryOperator<List<String>> found, Paging paging) {
        List<String> results = new ArrayList<>();
        String cursor = paging.cursor() == null || paging.cursor().isEmpty() ? null : paging.cursor();
        for (int seen = 0; results.size() < paging.limit() && seen < MOST_LOOKED_AT; seen += STRIDE) {
            List<String> some = candidates.after(cursor, STRIDE);
            for (String result : found.apply(some)) {
                if (results.size() == paging.limit()) {
                    return new Part<>(results, paging.nextToken(results.getLast()));
                }
                results.add(result);
            }
            if (some.size() < STRIDE) {
                return new Part<>(results, "");
            }
            cursor = some.getLast();
        }
        return new Part<>(results, paging.nextToken(Objects.requireNonNullElse(cursor, "")));
    }
}
