package io.neomt.query.store;

import static io.neomt.view.jooq.tenant.Tables.ACCESS_GRANTS;
import static io.neomt.view.jooq.tenant.Tables.PERMISSIONS;
import static io.neomt.view.jooq.tenant.Tables.ROLE_PERMISSIONS;
import static io.neomt.view.jooq.tenant.Tables.TEAM_PERMISSIONS;
import static io.neomt.view.jooq.tenant.Tables.USER_PERMISSIONS;

import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.query.At;
import io.neomt.query.lookup.Vocabulary;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The names of actions, from the tenant's schema. Those that roles and teams hold may well be held by the user, too. */
public final class SqlVocabulary implements Vocabulary {

    private static final String ANY = "*";

    private final TenantSnapshots snapshots;

    public SqlVocabulary(TenantSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public At<Set<String>> actions(TenantId tenant, String resourceType, UserId user) {
        return snapshots.read(tenant, dsl -> actions(dsl, resourceType, user));
    }

    private static Set<String> actions(DSLContext dsl, String type, UserId user) {
        Condition anybody = DSL.noCondition();
        return named(dsl, PERMISSIONS, PERMISSIONS.CODE, type, anybody)
                .union(named(dsl, ROLE_PERMISSIONS, ROLE_PERMISSIONS.PERMISSION, type, anybody))
                .union(named(dsl, TEAM_PERMISSIONS, TEAM_PERMISSIONS.PERMISSION, type, anybody))
                .union(named(
                        dsl,
                        USER_PERMISSIONS,
                        USER_PERMISSIONS.PERMISSION,
                        type,
                        USER_PERMISSIONS.USER_ID.eq(user.value())))
                .union(named(
                        dsl, ACCESS_GRANTS, ACCESS_GRANTS.PERMISSION, type, ACCESS_GRANTS.USER_ID.eq(user.value())))
                .fetchSet(0, String.class);
    }

    private static Select<Record1<String>> named(
            DSLContext dsl, Table<?> table, Field<String> permission, String type, Condition where) {
        Field<String> action = DSL.splitPart(permission, ".", 2);
        return dsl.selectDistinct(action)
                .from(table)
                .where(where)
                .and(DSL.splitPart(permission, ".", 1).in(type, ANY))
                .and(action.ne(ANY));
    }
}
