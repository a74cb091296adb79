package io.neomt.query.authzen;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Goes through all that may be results, in their order, until enough are found or one request has looked at enough. */
public final class Sweep {

    /** The most that are looked at at once. */
    public static final int STRIDE = 500;

    /** The most that are looked at for one part. */
    public static final int MOST_LOOKED_AT = 20_000;

    private static final int SHORTEST_STRIDE = 50;

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
        int stride = stride(paging.limit());
        for (int seen = 0; results.size() < paging.limit() && seen < MOST_LOOKED_AT; ) {
            List<String> some = candidates.after(cursor, stride);
            List<String> more = found.apply(some);
            for (String result : more) {
                if (results.size() == paging.limit()) {
                    return new Part<>(results, paging.nextToken(results.getLast()));
                }
                results.add(result);
            }
            if (some.size() < stride) {
                return new Part<>(results, "");
            }
            cursor = some.getLast();
            seen += stride;
            stride = Math.min(MOST_LOOKED_AT - seen, more.isEmpty() ? STRIDE : stride(paging.limit() - results.size()));
        }
        return new Part<>(results, paging.nextToken(Objects.requireNonNullElse(cursor, "")));
    }

    /** Nothing is looked at without need: most candidates are results. */
    private static int stride(int missing) {
        return Math.clamp(missing, SHORTEST_STRIDE, STRIDE);
    }
}
