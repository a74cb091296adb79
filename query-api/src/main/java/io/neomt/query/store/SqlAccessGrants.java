package io.neomt.query.store;

import static io.neomt.view.jooq.tenant.Tables.ACCESS_GRANTS;

import io.neomt.event.AccessGrantId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.query.At;
import io.neomt.query.lookup.AccessGrantView;
import io.neomt.query.lookup.AccessGrants;
import io.neomt.query.lookup.Page;
import io.neomt.query.lookup.PageRange;
import io.neomt.view.jooq.tenant.tables.records.AccessGrantsRecord;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Access grants from the schema of the tenant that is opened. */
public final class SqlAccessGrants implements AccessGrants {

    private static final Pages.Sort SORT = new Pages.Sort(ACCESS_GRANTS.GRANTED_AT, ACCESS_GRANTS.ID);
    private static final PermissionColumns PERMISSION = PermissionColumns.of(ACCESS_GRANTS);

    private final TenantSnapshots snapshots;

    public SqlAccessGrants(TenantSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public At<Page<AccessGrantView>> list(TenantId tenant, @Nullable UserId user, PageRange range) {
        return snapshots.read(
                tenant,
                dsl -> Pages.of(
                        dsl,
                        ACCESS_GRANTS,
                        Pages.equal(ACCESS_GRANTS.USER_ID, user == null ? null : user.value()),
                        SORT,
                        range,
                        SqlAccessGrants::view));
    }

    @Override
    public At<Optional<AccessGrantView>> find(TenantId tenant, AccessGrantId grant) {
        return snapshots.read(tenant, dsl -> dsl.selectFrom(ACCESS_GRANTS)
                .where(ACCESS_GRANTS.ID.eq(grant.value()))
                .fetchOptional(SqlAccessGrants::view));
    }

    private static AccessGrantView view(AccessGrantsRecord row) {
        return new AccessGrantView(
                row.getId(), row.getHomeTenantId(), row.getUserId(), PERMISSION.read(row), row.getGrantedAt());
    }
}
