package io.neomt.projection.cache;

import io.neomt.event.TenantId;
import io.neomt.projection.permissionsets.PermissionSets;
import io.neomt.view.cache.CacheKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lays out sets for a script: one key and four arguments each. */
final class SetArguments {

    final List<String> keys = new ArrayList<>();
    final List<String> args = new ArrayList<>();

    /** @param first the arguments before those of the sets */
    SetArguments(TenantId tenant, PermissionSets sets, List<String> first) {
        keys.add(CacheKeys.meta(tenant));
        args.addAll(first);
        sets.users().forEach((id, set) -> add(CacheKeys.user(tenant, id), set.toFields(), "r"));
        sets.roles().forEach((id, set) -> add(CacheKeys.role(tenant, id), set.toFields(), "n"));
    }

    private void add(String key, Map<String, String> fields, String own) {
        keys.add(key);
        for (String value : List.of(field(fields, "s"), own, field(fields, own), field(fields, "d"))) {
            args.add(value);
        }
    }

    private static String field(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "");
    }
}
