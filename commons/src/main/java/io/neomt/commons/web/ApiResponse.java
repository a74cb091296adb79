package io.neomt.commons.web;

/** The body of a success. */
public record ApiResponse<T>(boolean success, T data, Meta meta) {

    /** To be called while the request is being answered, since the body carries its id. */
    public static <T> ApiResponse<T> of(T data) {
        return new ApiResponse<>(true, data, Meta.current());
    }
}
