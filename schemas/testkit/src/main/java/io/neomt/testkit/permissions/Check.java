package io.neomt.testkit.permissions;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question about a world: either a permission code, or an action on a target.
 *
 * @param permission {@code resource.action.scope}
 * @param action {@code resource.action}, together with a target
 */
public record Check(
        String user,
        @Nullable String permission,
        @Nullable String action,
        @Nullable Target target,
        Instant at,
        Attributes attributes) {

    /** The moment at which a check happens that does not say when. */
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    public Check {
        if ((permission == null) == (action == null) || (action == null) != (target == null)) {
            throw new IllegalArgumentException("a check is about a permission, or about an action on a resource");
        }
    }

    /** A resource by names: its owner is a user's, its team a team's. */
    public record Target(
            String type,
            String id,
            @Nullable String owner,
            @Nullable String team) {}

    /** What conditions look at. */
    public record Attributes(
            Map<String, Object> subject,
            Map<String, Object> resource,
            Map<String, Object> action,
            Map<String, Object> context) {
        public static final Attributes NONE = new Attributes(Map.of(), Map.of(), Map.of(), Map.of());

        Map<String, Map<String, Object>> variables() {
            return Map.of("subject", subject, "resource", resource, "action", action, "context", context);
        }
    }

    public static Check of(String user, String permission) {
        return new Check(user, permission, null, null, NOON, Attributes.NONE);
    }

    public static Check of(String user, String action, Target target) {
        return new Check(user, null, action, target, NOON, Attributes.NONE);
    }

    public Check at(Instant time, Attributes known) {
        return new Check(user, permission, action, target, time, known);
    }
}
