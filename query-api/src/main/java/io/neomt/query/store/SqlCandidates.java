package io.neomt.query.store;

import static io.neomt.view.jooq.tenant.Tables.ACCESS_GRANTS;
import static io.neomt.view.jooq.tenant.Tables.RESOURCES;
import static io.neomt.view.jooq.tenant.Tables.ROLE_PERMISSIONS;
import static io.neomt.view.jooq.tenant.Tables.TEAM_PERMISSIONS;
import static io.neomt.view.jooq.tenant.Tables.USERS;
import static io.neomt.view.jooq.tenant.Tables.USER_PERMISSIONS;

import io.neomt.event.TenantId;
import io.neomt.query.At;
import io.neomt.query.lookup.Candidates;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** From the tenant's schema. */
public final class SqlCandidates implements Candidates {

    /** The order of the bytes, which no setting of a database changes. */
    private static final String BYTES = "C";

    private final TenantSnapshots snapshots;

    public SqlCandidates(TenantSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public At<List<String>> users(TenantId tenant, @Nullable String after, int most) {
        UUID last = after == null ? new UUID(0, 0) : UUID.fromString(after);
        return snapshots.read(tenant, dsl -> dsl.select(USERS.ID)
                .from(USERS)
                .where(USERS.STATUS.eq("active"))
                .and(USERS.ID.gt(last))
                .union(dsl.select(ACCESS_GRANTS.USER_ID).from(ACCESS_GRANTS).where(ACCESS_GRANTS.USER_ID.gt(last)))
                .orderBy(1)
                .limit(most)
                .fetch(0, String.class));
    }

    @Override
    public At<List<String>> resources(TenantId tenant, String type, @Nullable String after, int most) {
        String last = after == null ? "" : after;
        return snapshots.read(tenant, dsl -> resources(dsl, type, last, most));
    }

    private static List<String> resources(DSLContext dsl, String type, String last, int most) {
        Field<String> id = RESOURCES.ID.collate(BYTES);
        return dsl.select(id)
                .from(RESOURCES)
                .where(RESOURCES.TYPE.eq(type))
                .and(id.gt(last))
                .union(named(
                        dsl,
                        ROLE_PERMISSIONS,
                        ROLE_PERMISSIONS.RESOURCE_TYPE,
                        ROLE_PERMISSIONS.RESOURCE_ID,
                        type,
                        last))
                .union(named(
                        dsl,
                        TEAM_PERMISSIONS,
                        TEAM_PERMISSIONS.RESOURCE_TYPE,
                        TEAM_PERMISSIONS.RESOURCE_ID,
                        type,
                        last))
                .union(named(
                        dsl,
                        USER_PERMISSIONS,
                        USER_PERMISSIONS.RESOURCE_TYPE,
                        USER_PERMISSIONS.RESOURCE_ID,
                        type,
                        last))
                .union(named(dsl, ACCESS_GRANTS, ACCESS_GRANTS.RESOURCE_TYPE, ACCESS_GRANTS.RESOURCE_ID, type, last))
                .orderBy(1)
                .limit(most)
                .fetch(0, String.class);
    }

    private static Select<Record1<String>> named(
            DSLContext dsl, Table<?> table, Field<String> types, Field<String> ids, String type, String last) {
        Condition wanted = types.eq(type).and(ids.collate(BYTES).gt(last));
        return dsl.select(ids.collate(BYTES)).from(table).where(wanted);
    }
}
