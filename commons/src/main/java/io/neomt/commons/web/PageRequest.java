package io.neomt.commons.web;

/**
 * Which page of a list is asked for: {@code ?page=1&page_size=20}. A controller takes it as an argument.
 *
 * @param page 1 or greater
 * @param pageSize 1 to 200
 */
public record PageRequest(int page, int pageSize) {

    static final int DEFAULT_SIZE = 20;
    static final int MAX_SIZE = 200;

    public PageRequest {
        if (page < 1) {
            throw ApiException.validation("page", "is 1 or greater");
        }
        if (pageSize < 1 || pageSize > MAX_SIZE) {
            throw ApiException.validation("page_size", "is 1 to " + MAX_SIZE);
        }
    }

    /** How many rows come before this page. */
    public long offset() {
        return (page - 1L) * pageSize;
    }
}
