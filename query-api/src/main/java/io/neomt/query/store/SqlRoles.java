package io.neomt.query.store;

import static io.neomt.view.jooq.tenant.Tables.ROLES;

import io.neomt.event.RoleId;
import io.neomt.event.TenantId;
import io.neomt.permission.ConditionLanguage;
import io.neomt.permission.Entitlement;
import io.neomt.permission.Limits;
import io.neomt.permission.Permission;
import io.neomt.permission.RoleClosure;
import io.neomt.permission.Source;
import io.neomt.permission.Terms;
import io.neomt.query.At;
import io.neomt.query.lookup.Page;
import io.neomt.query.lookup.PageRange;
import io.neomt.query.lookup.RoleDetail;
import io.neomt.query.lookup.RoleView;
import io.neomt.query.lookup.Roles;
import io.neomt.view.jooq.tenant.tables.records.RolesRecord;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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
        Map<UUID, RoleClosure.Role<UUID>> roles = RoleRows.reachable(dsl, ROLES.ID.eq(view.id()));
        RoleClosure.Role<UUID> role = Objects.requireNonNull(roles.get(view.id()));
        List<RoleDetail.Parent> parents = role.parents().stream()
                .filter(parent -> roles.containsKey(parent.role()))
                .map(parent -> new RoleDetail.Parent(
                        parent.role(),
                        Objects.requireNonNull(roles.get(parent.role())).name(),
                        parent.terms()))
                .sorted(Comparator.comparing(RoleDetail.Parent::name))
                .toList();
        List<Entitlement> inherited = RoleClosure.of(view.id(), roles::get).stream()
                .filter(held -> held.path().size() > 1)
                .map(SqlRoles::entitlement)
                .toList();
        return new RoleDetail(view, role.permissions(), parents, inherited);
    }

    private static Entitlement entitlement(RoleClosure.Held held) {
        Permission permission = held.permission();
        List<Terms> terms = Stream.concat(held.terms().stream(), Stream.of(permission.terms()))
                .toList();
        return new Entitlement(
                permission.pattern(),
                permission.effect(),
                new Source.Role(held.path()),
                Limits.of(terms, permission.instance(), ConditionLanguage.TEXTS));
    }

    private static RoleView view(RolesRecord row) {
        return new RoleView(
                row.getId(),
                row.getName(),
                row.getDescription(),
                row.getIsSystem(),
                row.getVersion(),
                row.getCreatedAt(),
                row.getUpdatedAt());
    }
}
