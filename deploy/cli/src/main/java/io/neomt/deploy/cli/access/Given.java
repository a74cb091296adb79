package io.neomt.deploy.cli.access;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How long, and on what condition, something is given. */
final class Given {

    @Option(names = "--from", paramLabel = "TIME", description = "When it begins, such as 2026-03-01T08:00:00Z.")
    private @Nullable Instant validFrom;

    @Option(names = "--until", paramLabel = "TIME", description = "When it ends; at that very moment it is gone.")
    private @Nullable Instant expiresAt;

    @Option(
            names = "--when",
            paramLabel = "CONDITION",
            description = "A CEL expression over subject, resource, action and context that has to be true.")
    private @Nullable String condition;

    boolean isLimited() {
        return validFrom != null || expiresAt != null || condition != null;
    }

    /** The fields of a request together with these. */
    Map<String, Object> in(Map<String, Object> fields) {
        Map<String, Object> all = new LinkedHashMap<>(fields);
        putIfThere(all, "valid_from", validFrom == null ? null : validFrom.toString());
        putIfThere(all, "expires_at", expiresAt == null ? null : expiresAt.toString());
        putIfThere(all, "condition", condition);
        return all;
    }

    /** The body that gives roles on these terms. */
    Map<String, Object> roles(List<String> roleIds) {
        return Map.of(isLimited() ? "assignments" : "role_ids", items("role_id", roleIds));
    }

    /** Each id on these terms; the ids themselves where there are none. */
    List<?> items(String field, List<String> ids) {
        return isLimited() ? ids.stream().map(id -> in(Map.of(field, id))).toList() : ids;
    }

    private static void putIfThere(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value.toString());
        }
    }
}
