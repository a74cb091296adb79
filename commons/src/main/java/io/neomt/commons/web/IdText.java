package io.neomt.commons.web;

import io.neomt.event.AccessGrantId;
import io.neomt.event.GrantId;
import io.neomt.event.MigrationRunId;
import io.neomt.event.OrganizationId;
import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.PermissionCode;
import io.neomt.permission.PermissionPattern;
import java.time.Instant;
import java.time.format.DateTimeParseException;
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
        readers.put(Instant.class, IdText::time);
        return readers;
    }

    /** Only as text: a number could be seconds or milliseconds. */
    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("is a time such as 2026-01-02T03:04:05.678Z", e);
        }
    }

    static boolean isId(Class<?> type) {
        return IDS.containsKey(type);
    }

    private static Map.Entry<Class<?>, Function<String, ?>> entry(Class<?> type, Function<String, ?> read) {
        return Map.entry(type, read);
    }

    private static Map<Class<?>, Function<String, ?>> ids() {
        return Map.ofEntries(
                entry(TenantId.class, TenantId::of),
                entry(UserId.class, UserId::of),
                entry(RoleId.class, RoleId::of),
                entry(GrantId.class, GrantId::of),
                entry(TeamId.class, TeamId::of),
                entry(AccessGrantId.class, AccessGrantId::of),
                entry(OrganizationId.class, OrganizationId::of),
                entry(MigrationRunId.class, MigrationRunId::of));
    }
}
