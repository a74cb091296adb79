package io.neomt.commons.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a part of a list that has no pages with numbers. */
public record CursorResponse<T>(boolean success, List<T> data, Position pagination, Meta meta) {

    public CursorResponse {
        data = List.copyOf(data);
    }

    /**
     * Where the list goes on.
     *
     * @param nextCursor leads to the next part; missing after the last one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Position(boolean hasNext, @Nullable String nextCursor) {}

    /**
     * To be called while the request is being answered, since the body carries its id.
     *
     * @param items of this part only, which may be fewer than asked for
     */
    public static <T> CursorResponse<T> of(List<T> items, @Nullable String nextCursor) {
        return new CursorResponse<>(true, items, new Position(nextCursor != null, nextCursor), Meta.current());
    }
}
