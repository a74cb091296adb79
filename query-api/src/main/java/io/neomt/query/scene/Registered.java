package io.neomt.query.scene;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a registered resource.
 *
 * @param properties null when the resource is not registered
 */
public record Registered(
        @Nullable UUID owner, @Nullable UUID team, @Nullable Map<String, Object> properties) {

    /** Of a resource that is not registered. */
    public static final Registered NOTHING = new Registered(null, null, null);
}
