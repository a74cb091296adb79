package io.neomt.query.store;

import static io.neomt.view.jooq.tenant.Tables.PERMISSIONS;
import static io.neomt.view.jooq.tenant.Tables.SETTINGS;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.query.At;
import io.neomt.query.lookup.Catalogue;
import io.neomt.query.lookup.CodeFilter;
import io.neomt.query.lookup.CodeList;
import io.neomt.query.lookup.CodeView;
import io.neomt.query.lookup.Page;
import io.neomt.query.lookup.PageRange;
import io.neomt.query.lookup.Platform;
import io.neomt.query.lookup.SettingsView;
import io.neomt.query.lookup.TenantView;
import io.neomt.view.jooq.tenant.tables.records.PermissionsRecord;
import io.neomt.view.jooq.tenant.tables.records.SettingsRecord;
import org.jooq.DSLContext;

/** The catalogue and the settings from the tenant's schema. */
public final class SqlCatalogue implements Catalogue {

    private static final String FREE_CODES = "free_permission_codes";

    private final TenantSnapshots snapshots;
    private final Platform platform;

    /** @param platform says how the write side counts the tenant's versions */
    public SqlCatalogue(TenantSnapshots snapshots, Platform platform) {
        this.snapshots = snapshots;
        this.platform = platform;
    }

    @Override
    public At<Page<CodeView>> codes(TenantId tenant, CodeFilter filter, PageRange range) {
        return snapshots.read(
                tenant, dsl -> CodeList.page(dsl.selectFrom(PERMISSIONS).fetch(SqlCatalogue::code), filter, range));
    }

    @Override
    public At<SettingsView> settings(TenantId tenant) {
        // read first, so that the settings are never older than the version says
        long newest = platform.tenant(tenant).value().map(TenantView::version).orElse(0L);
        return snapshots.readAt(tenant, (dsl, at) -> settings(dsl, at, newest));
    }

    private static SettingsView settings(DSLContext dsl, Position at, long newest) {
        // activating raises the tenant's version and says nothing of settings; a snapshot before it is too old to
        // change
        long seen = at.value() >= newest ? newest : 0;
        return dsl.selectFrom(SETTINGS)
                .where(SETTINGS.KEY.eq(FREE_CODES))
                .fetchOptional(row -> settings(row, seen))
                // tenants from before there were settings keep their freedom
                .orElse(new SettingsView(true, seen, null));
    }

    private static SettingsView settings(SettingsRecord row, long seen) {
        return new SettingsView(
                Boolean.parseBoolean(row.getValue().data()), Math.max(row.getVersion(), seen), row.getUpdatedAt());
    }

    private static CodeView code(PermissionsRecord row) {
        return new CodeView(
                row.getCode(),
                row.getDescription(),
                row.getResourceType(),
                row.getIsSystem(),
                row.getVersion(),
                row.getCreatedAt(),
                row.getUpdatedAt());
    }
}
