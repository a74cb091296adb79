package io.neomt.view.cache;

import io.neomt.event.GrantId;
import io.neomt.event.Position;
import io.neomt.event.RoleId;
import io.neomt.permission.Effect;
import io.neomt.permission.PermissionPattern;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One user's own part of their permissions: the roles are referred to, not copied, so that a change of a role touches
 * no user.
 *
 * @param version the position that the value was read at
 * @param roles assigned directly; deleted roles may be among them, and give nothing
 */
public record CachedUser(Position version, Status status, List<RoleId> roles, List<Grant> grants) {

    /** The fields of the hash, in the order in which a script should ask for them: version, status, roles, grants. */
    public static final List<String> FIELDS = List.of("v", "s", "r", "d");

    public CachedUser {
        roles = List.copyOf(roles);
        grants = List.copyOf(grants);
    }

    /** Only an active user has any permission. */
    public enum Status {
        ACTIVE,
        DEACTIVATED,
        DELETED;

        private final String text = name().toLowerCase(Locale.ROOT);

        public String text() {
            return text;
        }

        /** @throws IllegalArgumentException when there is no such status */
        public static Status of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    /** A grant or denial on the user itself. */
    public record Grant(PermissionPattern pattern, Effect effect, GrantId id) {}

    /** The hash's fields. */
    public Map<String, String> toFields() {
        return Map.of(
                "v", version.toString(),
                "s", status.text(),
                "r", String.join(",", roles.stream().map(RoleId::toString).toList()),
                "d", SetJson.ofGrants(grants));
    }

    /** @throws CorruptCacheValueException when a field is missing or malformed */
    public static CachedUser ofFields(Map<String, String> fields) {
        return Fields.read(
                "user",
                fields,
                all -> new CachedUser(
                        all.position("v"),
                        Status.of(all.text("s")),
                        rolesOf(all.text("r")),
                        SetJson.grants(all.text("d"))));
    }

    private static List<RoleId> rolesOf(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(RoleId::of).toList();
    }
}
