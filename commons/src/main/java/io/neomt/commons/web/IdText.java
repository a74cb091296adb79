package io.neomt.commons.web;

import io.neomt.event.GrantId;
import io.neomt.event.OrganizationId;
import io.neomt.event.RoleId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.PermissionCode;
import io.neomt.permission.PermissionPattern;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The types that are one text in JSON and in paths, and how each is read. Each writes itself by {@code toString}. */
final class IdText {

    private static final Map<Class<?>, Function<String, ?>> IDS = ids();

    private IdText() {}

    static Map<Class<?>, Function<String, ?>> readers() {
        Map<Class<?>, Function<String, ?>> readers = new LinkedHashMap<>(IDS);
        readers.put(PermissionCode.class, PermissionCode::parse);
        readers.put(PermissionPattern.class, PermissionPattern::parse);
        return readers;
    }

    static boolean isId(Class<?> type) {
        return IDS.containsKey(type);
    }

    private static Map<Class<?>, Function<String, ?>> ids() {
        return Map.of(
                TenantId.class, TenantId::of,
                UserId.class, UserId::of,
                RoleId.class, RoleId::of,
                GrantId.class, GrantId::of,
                OrganizationId.class, OrganizationId::of);
    }
}
