package io.neomt.view.cache;

import io.neomt.event.Position;
import java.util.List;
import java.util.Map;

/**
 * All that one role gives to whom it is assigned, inherited permissions included.
 *
 * @param version the position that the value was read at
 * @param deleted a deleted role keeps its value, since an absent one proves nothing; it gives nothing
 * @param permissions paths are of role names; one permission may be reached on several, each with other terms
 */
public record CachedRole(Position version, boolean deleted, String name, List<CachedPermission> permissions) {

    /** The fields of the hash, in the order in which a script should ask for them: version, status, name, permissions. */
    public static final List<String> FIELDS = List.of("v", "s", "n", "d");

    public CachedRole {
        permissions = List.copyOf(permissions);
    }

    /** The hash's fields. */
    public Map<String, String> toFields() {
        return Map.of(
                "v",
                version.toString(),
                "s",
                deleted ? "deleted" : "active",
                "n",
                name,
                "d",
                CachedPermission.write(permissions));
    }

    /** @throws CorruptCacheValueException when a field is missing or malformed */
    public static CachedRole ofFields(Map<String, String> fields) {
        return Fields.read(
                "role",
                fields,
                all -> new CachedRole(
                        all.position("v"),
                        all.oneOf("s", "deleted", "active"),
                        all.text("n"),
                        CachedPermission.read(all.text("d"))));
    }
}
