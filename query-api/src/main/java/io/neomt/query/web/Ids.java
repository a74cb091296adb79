package io.neomt.query.web;

import io.neomt.commons.web.ApiException;
import java.util.function.Function;

/** Reads ids strictly. */
final class Ids {

    private Ids() {}

    /** @throws ApiException 400 INVALID_ID when the text is not an id */
    static <T> T parse(String field, String text, Function<String, T> parse) {
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw ApiException.invalidId(field);
        }
    }
}
