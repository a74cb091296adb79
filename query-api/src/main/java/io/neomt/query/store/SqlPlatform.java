package io.neomt.query.store;

import static io.neomt.view.jooq.admin.admin.Tables.ORGANIZATIONS;
import static io.neomt.view.jooq.admin.admin.Tables.TENANTS;

import io.neomt.commons.connections.AdminDatabase;
import io.neomt.event.OrganizationId;
import io.neomt.event.TenantId;
import io.neomt.query.At;
import io.neomt.query.lookup.OrganizationView;
import io.neomt.query.lookup.Page;
import io.neomt.query.lookup.PageRange;
import io.neomt.query.lookup.Platform;
import io.neomt.query.lookup.TenantFilter;
import io.neomt.query.lookup.TenantView;
import io.neomt.view.jooq.admin.admin.tables.records.OrganizationsRecord;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Organizations and tenants from the admin database. */
public final class SqlPlatform implements Platform {

    private static final Pages.Sort BY_ORGANIZATION = new Pages.Sort(ORGANIZATIONS.CREATED_AT, ORGANIZATIONS.ID);
    private static final Pages.Sort BY_TENANT = new Pages.Sort(TENANTS.CREATED_AT, TENANTS.ID);

    private final AdminDatabase database;

    public SqlPlatform(AdminDatabase database) {
        this.database = database;
    }

    @Override
    public At<Page<OrganizationView>> organizations(PageRange range) {
        return read(
                TenantId.PLATFORM,
                dsl -> Pages.of(
                        dsl, ORGANIZATIONS, DSL.noCondition(), BY_ORGANIZATION, range, SqlPlatform::organization));
    }

    @Override
    public At<Optional<OrganizationView>> organization(OrganizationId organization) {
        return read(TenantId.PLATFORM, dsl -> dsl.selectFrom(ORGANIZATIONS)
                .where(ORGANIZATIONS.ID.eq(organization.value()))
                .fetchOptional(SqlPlatform::organization));
    }

    @Override
    public At<Page<TenantView>> tenants(TenantFilter filter, PageRange range) {
        return read(
                TenantId.PLATFORM, dsl -> Pages.of(dsl, TENANTS, matching(filter), BY_TENANT, range, TenantRows::view));
    }

    @Override
    public At<Optional<TenantView>> tenant(TenantId tenant) {
        return read(tenant, dsl -> dsl.selectFrom(TENANTS)
                .where(TENANTS.ID.eq(tenant.value()))
                .fetchOptional(TenantRows::view));
    }

    private <T> At<T> read(TenantId sequence, Function<DSLContext, T> work) {
        return Guard.read(() -> database.read(dsl -> new At<>(Heads.of(dsl, sequence), work.apply(dsl))));
    }

    private static Condition matching(TenantFilter filter) {
        return Pages.equal(TENANTS.STATUS, filter.status())
                .and(Pages.equal(TENANTS.ORGANIZATION_ID, filter.organization()))
                .and(anyStartsWith(filter.q()));
    }

    private static Condition anyStartsWith(@Nullable String q) {
        return q == null
                ? DSL.noCondition()
                : DSL.or(Pages.startsWith(TENANTS.NAME, q), Pages.startsWith(TENANTS.SLUG, q));
    }

    private static OrganizationView organization(OrganizationsRecord row) {
        return new OrganizationView(
                row.getId(), row.getName(), row.getSlug(), row.getVersion(), row.getCreatedAt(), row.getUpdatedAt());
    }
}
