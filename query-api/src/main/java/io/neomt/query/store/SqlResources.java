package io.neomt.query.store;

import static io.neomt.view.jooq.tenant.Tables.RESOURCES;

import io.neomt.event.TenantId;
import io.neomt.permission.Instance;
import io.neomt.query.At;
import io.neomt.query.lookup.Page;
import io.neomt.query.lookup.PageRange;
import io.neomt.query.lookup.ResourceFilter;
import io.neomt.query.lookup.ResourceView;
import io.neomt.query.lookup.Resources;
import io.neomt.view.jooq.tenant.tables.records.ResourcesRecord;
import java.util.Optional;
import org.jooq.Condition;

/** Resources from the tenant's schema. */
public final class SqlResources implements Resources {

    private static final Pages.Sort SORT = new Pages.Sort(RESOURCES.TYPE, RESOURCES.ID);

    private final TenantSnapshots snapshots;

    public SqlResources(TenantSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public At<Page<ResourceView>> list(TenantId tenant, ResourceFilter filter, PageRange range) {
        return snapshots.read(
                tenant, dsl -> Pages.of(dsl, RESOURCES, matching(filter), SORT, range, SqlResources::view));
    }

    @Override
    public At<Optional<ResourceView>> find(TenantId tenant, Instance instance) {
        return snapshots.read(tenant, dsl -> dsl.selectFrom(RESOURCES)
                .where(RESOURCES.TYPE.eq(instance.type()))
                .and(RESOURCES.ID.eq(instance.id()))
                .fetchOptional(SqlResources::view));
    }

    private static Condition matching(ResourceFilter filter) {
        return Pages.equal(RESOURCES.TYPE, filter.type())
                .and(Pages.equal(RESOURCES.OWNER_ID, filter.ownerId()))
                .and(Pages.equal(RESOURCES.TEAM_ID, filter.teamId()));
    }

    private static ResourceView view(ResourcesRecord row) {
        return new ResourceView(
                row.getType(),
                row.getId(),
                row.getOwnerId(),
                row.getTeamId(),
                row.getProperties().data(),
                row.getVersion(),
                row.getCreatedAt(),
                row.getUpdatedAt());
    }
}
