package io.neomt.projection.permissionsets;

import io.neomt.permission.Permission;
import java.util.Comparator;
import java.util.List;

/** Orders what rows have in no order: equal rows always make equal sets. */
final class InOrder {

    private static final Comparator<Permission> BY_TEXT = Comparator.comparing(
                    (Permission permission) -> permission.pattern().text())
            .thenComparing(Permission::effect)
            .thenComparing(Permission::toString);

    private InOrder() {}

    static List<Permission> permissions(List<Permission> permissions) {
        return permissions.stream().sorted(BY_TEXT).toList();
    }
}
