package io.neomt.query.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.neomt.query.lookup.CodeView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A code that the catalogue knows.
 *
 * @param isSystem whether it is one of the platform's own, which nobody can change
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CodeBody(
        String code,
        String description,
        @Nullable String resourceType,
        boolean isSystem,
        @Nullable Long version,
        @Nullable Instant createdAt,
        @Nullable Instant updatedAt) {

    static CodeBody of(CodeView code) {
        return new CodeBody(
                code.code(),
                code.description(),
                code.resourceType(),
                code.system(),
                code.version(),
                code.createdAt(),
                code.updatedAt());
    }
}
