package io.neomt.commons.web;

import java.util.List;

/** The body of a list. */
public record PagedResponse<T>(boolean success, List<T> data, Pagination pagination, Meta meta) {

    public PagedResponse {
        data = List.copyOf(data);
    }

    /**
     * To be called while the request is being answered, since the body carries its id.
     *
     * @param items of this page only
     * @param total of all pages
     */
    public static <T> PagedResponse<T> of(List<T> items, PageRequest page, long total) {
        return new PagedResponse<>(true, items, Pagination.of(page, total), Meta.current());
    }
}
