package io.neomt.commons.web;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The version of a thing as an entity tag: {@code ETag: "42"}, taken back as {@code If-Match: "42"}. */
public final class EntityVersion {

    private static final Pattern TAG = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

    private EntityVersion() {}

    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * Reads {@code If-Match}; null where the header is missing or {@code *}, which any version matches.
     *
     * @throws ApiException 400 when it is anything else than one version
     */
    public static @Nullable Long ifMatch(@Nullable String header) {
        if (header == null || header.strip().equals("*")) {
            return null;
        }
        var tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw ApiException.validation("If-Match", "is one version in quotes as the ETag gave it, such as \"42\"");
        }
        return Long.valueOf(tag.group(1));
    }
}
