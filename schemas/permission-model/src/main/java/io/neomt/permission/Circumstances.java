package io.neomt.permission;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What windows and conditions are judged by.
 *
 * @param now the time of the check; while it is unknown, every window with a bound is undecidable
 * @param subject attributes of who asks, such as {@code properties}
 * @param resource attributes of what is asked about
 * @param action attributes of what is to be done
 * @param context everything else
 */
public record Circumstances(
        @Nullable Instant now,
        Map<String, Object> subject,
        Map<String, Object> resource,
        Map<String, Object> action,
        Map<String, Object> context) {

    public static final Circumstances UNKNOWN = new Circumstances(null, Map.of(), Map.of(), Map.of(), Map.of());

    public Circumstances {
        subject = copy(subject);
        resource = copy(resource);
        action = copy(action);
        context = copy(context);
    }

    /** An attribute may be null: a property that is there without a value. */
    private static Map<String, Object> copy(Map<String, Object> attributes) {
        for (Object value : attributes.values()) {
            if (value == null) {
                return Collections.unmodifiableMap(new HashMap<>(attributes));
            }
        }
        return Map.copyOf(attributes);
    }

    /** A time and no attributes. */
    public static Circumstances at(Instant now) {
        return new Circumstances(now, Map.of(), Map.of(), Map.of(), Map.of());
    }
}
