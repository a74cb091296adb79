package io.neomt.query.store;

import static io.neomt.view.jooq.tenant.Tables.USERS;
import static io.neomt.view.jooq.tenant.Tables.USER_ROLES;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.CompiledUser;
import io.neomt.permission.ConditionLanguage;
import io.neomt.permission.Entitlement;
import io.neomt.query.At;
import io.neomt.query.lookup.AssignedRole;
import io.neomt.query.lookup.Entitled;
import io.neomt.query.lookup.Membership;
import io.neomt.query.lookup.Page;
import io.neomt.query.lookup.PageRange;
import io.neomt.query.lookup.UserFilter;
import io.neomt.query.lookup.UserView;
import io.neomt.query.lookup.Users;
import io.neomt.query.scene.Assembly;
import io.neomt.query.scene.Needs;
import io.neomt.query.scene.Snapshot;
import io.neomt.query.scene.SnapshotScene;
import io.neomt.view.cache.CachedUser;
import io.neomt.view.cache.CachedUser.Status;
import io.neomt.view.jooq.tenant.tables.records.UsersRecord;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Users from the tenant's schema. */
public final class SqlUsers implements Users {

    static final Condition NOT_DELETED = USERS.STATUS.ne("deleted");

    private static final Pages.Sort SORT = new Pages.Sort(USERS.CREATED_AT, USERS.ID);
    private static final AssignedRoles ROLES_OF_USERS = AssignedRoles.in(USER_ROLES);
    private static final Assembly TEXTS_ONLY = new Assembly(ConditionLanguage.TEXTS, _ -> Map.of());

    private final TenantSnapshots snapshots;

    public SqlUsers(TenantSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public At<Page<UserView>> list(TenantId tenant, UserFilter filter, PageRange range) {
        return snapshots.read(tenant, dsl -> Pages.of(dsl, USERS, matching(filter), SORT, range, SqlUsers::view));
    }

    @Override
    public At<Optional<UserView>> find(TenantId tenant, UserId user) {
        return snapshots.read(
                tenant,
                dsl -> dsl.selectFrom(USERS).where(USERS.ID.eq(user.value())).fetchOptional(SqlUsers::view));
    }

    @Override
    public At<Optional<UserId>> byExternalId(TenantId tenant, String externalId) {
        return snapshots.read(tenant, dsl -> dsl.select(USERS.ID)
                .from(USERS)
                .where(USERS.EXTERNAL_ID.eq(externalId))
                .and(NOT_DELETED)
                .fetchOptional(USERS.ID)
                .map(UserId::new));
    }

    @Override
    public At<Optional<List<AssignedRole>>> roles(TenantId tenant, UserId user) {
        return snapshots.read(
                tenant,
                dsl -> exists(dsl, user)
                        ? Optional.of(ROLES_OF_USERS.read(dsl, USER_ROLES.USER_ID.eq(user.value())))
                        : Optional.empty());
    }

    @Override
    public At<Optional<Page<Membership>>> teams(TenantId tenant, UserId user, PageRange range) {
        return snapshots.read(
                tenant,
                dsl -> exists(dsl, user) ? Optional.of(Memberships.page(dsl, user.value(), range)) : Optional.empty());
    }

    @Override
    public At<Optional<Entitled>> entitlements(TenantId tenant, UserId user) {
        return snapshots.readAt(tenant, (dsl, at) -> entitled(dsl, at, user));
    }

    /** Everything that a user of the tenant holds; nothing where there is no such user (any more). */
    static List<Entitlement> held(DSLContext dsl, Position at, UserId user) {
        return entitled(dsl, at, user).map(Entitled::entitlements).orElse(List.of());
    }

    private static Optional<Entitled> entitled(DSLContext dsl, Position at, UserId user) {
        return entitled(SqlSets.read(dsl, at, Needs.users(List.of(user))), user);
    }

    private static Optional<Entitled> entitled(Snapshot snapshot, UserId user) {
        CachedUser found = snapshot.users().get(user);
        if (found == null || found.status() == Status.GUEST || found.status() == Status.DELETED) {
            return Optional.empty();
        }
        CompiledUser holder = TEXTS_ONLY.user(user, found, new SnapshotScene(snapshot, TEXTS_ONLY));
        List<Entitlement> all =
                Objects.requireNonNull(holder.entitlements(snapshot.position().value()));
        return Optional.of(new Entitled(found.status() == Status.ACTIVE, all));
    }

    private static boolean exists(DSLContext dsl, UserId user) {
        return dsl.fetchExists(USERS, USERS.ID.eq(user.value()));
    }

    private static Condition matching(UserFilter filter) {
        return ofStatus(filter.status())
                .and(Pages.startsWith(USERS.USERNAME, filter.username()))
                .and(Pages.startsWith(USERS.EMAIL, filter.email()))
                .and(anyStartsWith(filter.q()));
    }

    private static Condition ofStatus(@Nullable String status) {
        return status == null ? NOT_DELETED : USERS.STATUS.eq(status);
    }

    private static Condition anyStartsWith(@Nullable String q) {
        return q == null
                ? DSL.noCondition()
                : DSL.or(
                        Pages.startsWith(USERS.USERNAME, q),
                        Pages.startsWith(USERS.EMAIL, q),
                        Pages.startsWith(USERS.DISPLAY_NAME, q));
    }

    private static UserView view(UsersRecord row) {
        return new UserView(
                row.getId(),
                row.getUsername(),
                row.getEmail(),
                row.getDisplayName(),
                row.getExternalId(),
                row.getStatus(),
                row.getVersion(),
                row.getCreatedAt(),
                row.getUpdatedAt());
    }
}
