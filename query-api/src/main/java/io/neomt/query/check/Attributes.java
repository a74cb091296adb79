package io.neomt.query.check;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The properties that were sent for conditions to look at; null where none were. */
public record Attributes(
        @Nullable Map<String, Object> subject,
        @Nullable Map<String, Object> resource,
        @Nullable Map<String, Object> action,
        Map<String, Object> context) {

    public static final Attributes NONE = new Attributes(null, null, null, Map.of());
}
