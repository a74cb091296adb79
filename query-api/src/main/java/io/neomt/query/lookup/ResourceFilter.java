package io.neomt.query.lookup;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which resources to list; what is null restricts nothing. */
public record ResourceFilter(
        @Nullable String type,
        @Nullable UUID ownerId,
        @Nullable UUID teamId) {}
