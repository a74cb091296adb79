package io.neomt.query.lookup;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which teams to list; what is null restricts nothing.
 *
 * @param parentId the team directly above
 * @param name how the name starts
 * @param q how the name or the description starts
 */
public record TeamFilter(
        @Nullable UUID parentId,
        @Nullable String name,
        @Nullable String q) {}
