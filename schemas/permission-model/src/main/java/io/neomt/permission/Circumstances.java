package io.neomt.permission;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What windows and conditions are judged by. The attributes are asked for by conditions only, so that whoever knows them
 * may put them together then: most decisions meet no condition.
 */
public interface Circumstances {

    /** Nothing is known. */
    Circumstances UNKNOWN = new Known(null, Map.of(), Map.of(), Map.of(), Map.of());

    /** The time of the check; while it is unknown, every window with a bound is undecidable. */
    @Nullable
    Instant now();

    /** Attributes of who asks, such as {@code properties}. */
    Map<String, Object> subject();

    /** Attributes of what is asked about. */
    Map<String, Object> resource();

    /** Attributes of what is to be done. */
    Map<String, Object> action();

    /** Everything else. */
    Map<String, Object> context();

    /** A time and no attributes. */
    static Circumstances at(Instant now) {
        return new Known(now, Map.of(), Map.of(), Map.of(), Map.of());
    }

    /** Circumstances that are all known beforehand. */
    record Known(
            @Nullable Instant now,
            Map<String, Object> subject,
            Map<String, Object> resource,
            Map<String, Object> action,
            Map<String, Object> context)
            implements Circumstances {

        public Known {
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
    }
}
