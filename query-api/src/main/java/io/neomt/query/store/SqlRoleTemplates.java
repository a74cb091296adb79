package io.neomt.query.store;

import static io.neomt.view.jooq.tenant.Tables.ROLE_TEMPLATES;

import io.neomt.event.TenantId;
import io.neomt.query.At;
import io.neomt.query.lookup.Page;
import io.neomt.query.lookup.PageRange;
import io.neomt.query.lookup.RoleTemplateView;
import io.neomt.query.lookup.RoleTemplates;
import io.neomt.view.cache.PermissionsJson;
import io.neomt.view.jooq.tenant.tables.records.RoleTemplatesRecord;
import java.util.Optional;
import org.jooq.impl.DSL;

/** Templates of roles from the platform's own schema. */
public final class SqlRoleTemplates implements RoleTemplates {

    private static final Pages.Sort SORT = new Pages.Sort(ROLE_TEMPLATES.NAME, ROLE_TEMPLATES.CREATED_AT);

    private final TenantSnapshots snapshots;

    public SqlRoleTemplates(TenantSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public At<Page<RoleTemplateView>> list(PageRange range) {
        return snapshots.read(
                TenantId.PLATFORM,
                dsl -> Pages.of(dsl, ROLE_TEMPLATES, DSL.noCondition(), SORT, range, SqlRoleTemplates::view));
    }

    @Override
    public At<Optional<RoleTemplateView>> find(String name) {
        return snapshots.read(TenantId.PLATFORM, dsl -> dsl.selectFrom(ROLE_TEMPLATES)
                .where(ROLE_TEMPLATES.NAME.eq(name))
                .fetchOptional(SqlRoleTemplates::view));
    }

    private static RoleTemplateView view(RoleTemplatesRecord row) {
        return new RoleTemplateView(
                row.getName(),
                row.getDescription(),
                PermissionsJson.read(row.getPermissions().data()),
                row.getVersion(),
                row.getCreatedAt(),
                row.getUpdatedAt());
    }
}
