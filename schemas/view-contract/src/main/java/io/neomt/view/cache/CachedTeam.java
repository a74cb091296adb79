package io.neomt.view.cache;

import io.neomt.event.Position;
import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.permission.Terms;
import java.util.List;
import java.util.Map;

/**
 * All that one team gives to its members, what it has from its ancestors included.
 *
 * @param version the position that the value was read at
 * @param deleted a deleted team keeps its value, since an absent one proves nothing; it gives nothing
 * @param upwards the team itself, then its ancestors, nearest first; empty when it is deleted
 * @param roles its own and those of its ancestors; deleted roles may be among them, and give nothing
 * @param permissions its own and those of its ancestors; paths are of team names
 */
public record CachedTeam(
        Position version,
        boolean deleted,
        String name,
        List<TeamId> upwards,
        List<RoleRef> roles,
        List<CachedPermission> permissions) {

    /** The fields of the hash, as a script should ask for them: version, status, name, upwards, roles, permissions. */
    public static final List<String> FIELDS = List.of("v", "s", "n", "u", "r", "d");

    public CachedTeam {
        upwards = List.copyOf(upwards);
        roles = List.copyOf(roles);
        permissions = List.copyOf(permissions);
    }

    /** @param path team names from this team to the one that has the role, never empty */
    public record RoleRef(RoleId role, List<String> path, Terms terms) {
        public RoleRef {
            path = List.copyOf(path);
            if (path.isEmpty()) {
                throw new IllegalArgumentException("a path starts with the team itself");
            }
        }
    }

    /** The hash's fields. */
    public Map<String, String> toFields() {
        return Map.of(
                "v", version.toString(),
                "s", deleted ? "deleted" : "active",
                "n", name,
                "u", Item.write(upwards, team -> Item.of(team.toString())),
                "r", Item.write(roles, ref -> Item.of(ref.role.toString(), ref.path, Item.ofTerms(ref.terms))),
                "d", CachedPermission.write(permissions));
    }

    /** @throws CorruptCacheValueException when a field is missing or malformed */
    public static CachedTeam ofFields(Map<String, String> fields) {
        return Fields.read(
                "team",
                fields,
                all -> new CachedTeam(
                        all.position("v"),
                        all.oneOf("s", "deleted", "active"),
                        all.text("n"),
                        Item.read(all.text("u"), item -> TeamId.of(item.text(0))),
                        Item.read(
                                all.text("r"),
                                item -> new RoleRef(RoleId.of(item.text(0)), item.texts(1), item.terms(2))),
                        CachedPermission.read(all.text("d"))));
    }
}
