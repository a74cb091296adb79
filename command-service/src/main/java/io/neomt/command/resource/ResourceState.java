package io.neomt.command.resource;

import io.neomt.event.TeamId;
import io.neomt.event.UserId;
import io.neomt.permission.Instance;
import org.jspecify.annotations.Nullable;

/** A resource as its events left it. */
public sealed interface ResourceState {

    /** Never registered, or removed; may be registered (again). */
    record Absent() implements ResourceState {}

    /** @param properties a JSON object as text */
    record Existing(
            Instance instance,
            @Nullable UserId owner,
            @Nullable TeamId team,
            String properties) implements ResourceState {}
}
