package io.neomt.projection.store;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Texts without what PostgreSQL cannot store. Whoever gets such a character into an event must not be able to stop the
 * views of a tenant, and with them the revocations behind it.
 */
final class Storable {

    /** The escape of NUL or of a surrogate, where its backslash is not itself an escaped one. */
    private static final Pattern REFUSED_ESCAPE =
            Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\u(?:0000|[dD][89a-fA-F]\\p{XDigit}{2})");

    private Storable() {}

    static @Nullable String text(@Nullable String text) {
        return text == null ? null : text.replace('\0', '\ufffd');
    }

    /** @param json well-formed */
    static String json(String json) {
        return json.contains("\\u") ? REFUSED_ESCAPE.matcher(json).replaceAll("$1\\\\ufffd") : json;
    }
}
