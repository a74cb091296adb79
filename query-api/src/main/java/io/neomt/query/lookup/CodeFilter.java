package io.neomt.query.lookup;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which codes to list; what is null restricts nothing.
 *
 * @param resourceType the kind of resource that the code was defined for
 * @param q how the code or the description starts
 */
public record CodeFilter(
        @Nullable String resourceType, @Nullable String q) {

    boolean matches(CodeView code) {
        return (resourceType == null || resourceType.equals(code.resourceType()))
                && (q == null || startsWith(code.code(), q) || startsWith(code.description(), q));
    }

    private static boolean startsWith(String text, String prefix) {
        return text.toLowerCase(Locale.ROOT).startsWith(prefix.toLowerCase(Locale.ROOT));
    }
}
