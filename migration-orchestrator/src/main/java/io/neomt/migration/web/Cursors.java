package io.neomt.migration.web;

import io.neomt.commons.web.ApiException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a list goes on, as one text that callers hand back as it is. */
final class Cursors {

    static final int USUAL = 100;

    private static final int MOST = 1_000;
    private static final String BETWEEN = "\n";

    private Cursors() {}

    static String of(String... parts) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(BETWEEN, parts).getBytes(StandardCharsets.UTF_8));
    }

    /** @param count how many parts it has to have */
    static List<String> read(String cursor, int count) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> parts = Arrays.asList(text.split(BETWEEN, -1));
            if (parts.size() == count) {
                return parts;
            }
        } catch (IllegalArgumentException _) {
            // told below
        }
        throw wrong();
    }

    /** Of a list in the order of numbers, from the beginning where there is no cursor. */
    static int number(@Nullable String cursor) {
        try {
            return cursor == null ? 0 : Integer.parseInt(read(cursor, 1).getFirst());
        } catch (NumberFormatException _) {
            throw wrong();
        }
    }

    static int limit(@Nullable Integer asked) {
        int limit = asked == null ? USUAL : asked;
        if (limit < 1 || limit > MOST) {
            throw ApiException.validation("limit", "is 1 to " + MOST);
        }
        return limit;
    }

    private static ApiException wrong() {
        return ApiException.validation("cursor", "is the next_cursor of an earlier answer");
    }
}
