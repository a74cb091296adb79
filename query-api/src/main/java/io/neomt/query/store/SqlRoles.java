package io.neomt.query.store;

import static io.neomt.view.jooq.tenant.Tables.ROLES;

import io.neomt.event.RoleId;
import io.neomt.event.TenantId;
import io.neomt.query.At;
import io.neomt.query.lookup.Inheritance;
import io.neomt.query.lookup.Page;
import io.neomt.query.lookup.PageRange;
import io.neomt.query.lookup.RoleDetail;
import io.neomt.query.lookup.RoleView;
import io.neomt.query.lookup.Roles;
import io.neomt.view.jooq.tenant.tables.records.RolesRecord;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Roles from the tenant's schema. */
public final class SqlRoles implements Roles {

    private static final Pages.Sort SORT = new Pages.Sort(ROLES.CREATED_AT, ROLES.ID);

    private final TenantSnapshots snapshots;

    public SqlRoles(TenantSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public At<Page<RoleView>> list(TenantId tenant, @Nullable String name, PageRange range) {
        return snapshots.read(
                tenant,
                dsl -> Pages.of(
                        dsl,
                        ROLES,
                        ROLES.DELETED_AT.isNull().and(Pages.startsWith(ROLES.NAME, name)),
                        SORT,
                        range,
                        SqlRoles::view));
    }

    @Override
    public At<Optional<RoleDetail>> find(TenantId tenant, RoleId role) {
        return snapshots.read(tenant, dsl -> dsl.selectFrom(ROLES)
                .where(ROLES.ID.eq(role.value()))
                .and(ROLES.DELETED_AT.isNull())
                .fetchOptional(SqlRoles::view)
                .map(view -> detail(dsl, view)));
    }

    private static RoleDetail detail(DSLContext dsl, RoleView view) {
        Inheritance graph = RoleGraphs.reachable(dsl, ROLES.ID.eq(view.id()));
        Inheritance.Node role = Objects.requireNonNull(graph.roles().get(view.id()));
        List<RoleDetail.Parent> parents = graph.parents(view.id()).stream()
                .map(parent -> new RoleDetail.Parent(parent.id(), parent.name()))
                .toList();
        List<RoleDetail.Inherited> inherited = graph.closure(view.id()).stream()
                .filter(held -> held.path().size() > 1)
                .map(held -> new RoleDetail.Inherited(held.pattern().text(), held.path()))
                .toList();
        List<String> own =
                role.permissions().stream().map(pattern -> pattern.text()).toList();
        return new RoleDetail(view, own, parents, inherited);
    }

    private static RoleView view(RolesRecord row) {
        return new RoleView(
                row.getId(),
                row.getName(),
                row.getDescription(),
                row.getVersion(),
                row.getCreatedAt(),
                row.getUpdatedAt());
    }
}
