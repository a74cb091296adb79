package io.neomt.view.cache;

import io.neomt.permission.Permission;
import java.util.List;

/** Permissions on their own, in the form that they have within sets: {@code [[pattern, terms, instance], …]}. */
public final class PermissionsJson {

    private PermissionsJson() {}

    public static String write(List<Permission> permissions) {
        return Item.write(
                permissions,
                each -> Item.of(Item.pattern(each), Item.ofTerms(each.terms()), Item.ofInstance(each.instance())));
    }

    /** @throws IllegalArgumentException when the text is not of the form of {@link #write} */
    public static List<Permission> read(String json) {
        return Item.read(json, item -> item.permission(0, 1, 2));
    }
}
