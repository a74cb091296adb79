package io.neomt.view.cache;

import io.neomt.permission.Permission;
import io.neomt.permission.Terms;
import java.util.List;

/**
 * What a role or team gives, and where it has it from.
 *
 * @param path names from the role or team itself to the one that holds the permission, never empty
 * @param via the terms met along the path, in its order; what exists always and unconditionally is left out
 */
public record CachedPermission(Permission permission, List<String> path, List<Terms> via) {

    public CachedPermission {
        path = List.copyOf(path);
        via = List.copyOf(via);
        if (path.isEmpty()) {
            throw new IllegalArgumentException("a path starts with the holder of the set itself");
        }
    }

    /** Reached without any terms. */
    public CachedPermission(Permission permission, List<String> path) {
        this(permission, path, List.of());
    }

    static String write(List<CachedPermission> all) {
        return Item.write(
                all,
                each -> Item.of(
                        Item.pattern(each.permission),
                        each.path,
                        Item.ofTerms(each.permission.terms()),
                        Item.ofInstance(each.permission.instance()),
                        Item.ofAllTerms(each.via)));
    }

    static List<CachedPermission> read(String json) {
        return Item.read(json, item -> new CachedPermission(item.permission(0, 2, 3), item.texts(1), item.allTerms(4)));
    }
}
