package io.neomt.commons.web;

/** Where a page lies in its list. */
public record Pagination(int page, int pageSize, long total, long pages, boolean hasNext, boolean hasPrevious) {

    static Pagination of(PageRequest request, long total) {
        long pages = Math.ceilDiv(total, (long) request.pageSize());
        return new Pagination(
                request.page(), request.pageSize(), total, pages, request.page() < pages, request.page() > 1);
    }
}
