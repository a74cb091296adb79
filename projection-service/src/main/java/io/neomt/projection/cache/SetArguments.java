package io.neomt.projection.cache;

import io.neomt.event.TenantId;
import io.neomt.projection.permissionsets.PermissionSets;
import io.neomt.view.cache.CacheKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lays out sets for a script: one key each, and as arguments the number of its fields and values, then those. */
final class SetArguments {

    final List<String> keys = new ArrayList<>();
    final List<String> args = new ArrayList<>();

    /** @param first the arguments before those of the sets */
    SetArguments(TenantId tenant, PermissionSets sets, List<String> first) {
        keys.add(CacheKeys.meta(tenant));
        args.addAll(first);
        sets.users().forEach((id, set) -> add(CacheKeys.user(tenant, id), set.toFields()));
        sets.roles().forEach((id, set) -> add(CacheKeys.role(tenant, id), set.toFields()));
        sets.teams().forEach((id, set) -> add(CacheKeys.team(tenant, id), set.toFields()));
        sets.resources().forEach((id, set) -> add(CacheKeys.resource(tenant, id), set.toFields()));
    }

    private void add(String key, Map<String, String> fields) {
        keys.add(key);
        args.add(Integer.toString(fields.size() * 2));
        fields.forEach((name, value) -> {
            args.add(name);
            args.add(value);
        });
    }
}
