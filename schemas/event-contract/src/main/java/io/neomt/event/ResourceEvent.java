package io.neomt.event;

import io.neomt.permission.Instance;
import org.jspecify.annotations.Nullable;

/** What the platform is told of a resource that permissions are about. */
public sealed interface ResourceEvent extends Event {

    Instance instance();

    /**
     * Replaces what was known of the resource.
     *
     * @param properties a JSON object as text
     */
    record ResourceRegistered(
            Instance instance,
            @Nullable UserId owner,
            @Nullable TeamId team,
            String properties) implements ResourceEvent {}

    record ResourceRemoved(Instance instance) implements ResourceEvent {}
}
