package io.neomt.query.lookup;

import io.neomt.permission.PlatformPermissions;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A code that the catalogue knows.
 *
 * @param system whether it is one of the platform's own, which no event has defined and nobody can change
 * @param version the position of the event that defined it last
 */
public record CodeView(
        String code,
        String description,
        @Nullable String resourceType,
        boolean system,
        @Nullable Long version,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {

    /** The platform's own. */
    public static Stream<CodeView> platformsOwn() {
        return PlatformPermissions.descriptions().entrySet().stream()
                .map(entry -> new CodeView(entry.getKey().toString(), entry.getValue(), null, true, null, null, null));
    }
}
