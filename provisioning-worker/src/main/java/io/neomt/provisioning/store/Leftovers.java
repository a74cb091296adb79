package io.neomt.provisioning.store;

import static io.neomt.view.jooq.admin.admin.Tables.DATABASE_CONNECTIONS;
import static io.neomt.view.jooq.admin.admin.Tables.PROVISIONING_PLACES;
import static io.neomt.view.jooq.admin.admin.Tables.TENANTS;

import io.neomt.event.TenantId;
import io.neomt.view.jooq.admin.admin.tables.DatabaseConnections;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectField;

/**
 * Where tenants were begun that are somewhere else now. What lies on the same server, or on one that holds the same, is
 * never taken for a leftover: it may be the tenant itself.
 */
final class Leftovers {

    private static final int MOST_AT_ONCE = 100;
    private static final DatabaseConnections HERE = DATABASE_CONNECTIONS.as("here");
    private static final DatabaseConnections THERE = DATABASE_CONNECTIONS.as("there");

    private final DSLContext dsl;

    Leftovers(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** @param served which tenants are worked for */
    List<TenantId> tenants(Condition served) {
        return found(PROVISIONING_PLACES.TENANT_ID)
                .and(served)
                .limit(MOST_AT_ONCE)
                .fetch(row -> new TenantId(row.get(PROVISIONING_PLACES.TENANT_ID)));
    }

    List<String> connections(UUID tenant) {
        return found(PROVISIONING_PLACES.CONNECTION_NAME)
                .and(TENANTS.ID.eq(tenant))
                .fetch(PROVISIONING_PLACES.CONNECTION_NAME);
    }

    void cleared(UUID tenant, String connectionName) {
        dsl.deleteFrom(PROVISIONING_PLACES)
                .where(PROVISIONING_PLACES.TENANT_ID.eq(tenant))
                .and(PROVISIONING_PLACES.CONNECTION_NAME.eq(connectionName))
                .execute();
    }

    private SelectConditionStep<? extends Record> found(SelectField<?> field) {
        return dsl.select(field)
                .from(PROVISIONING_PLACES)
                .join(TENANTS)
                .on(TENANTS.ID.eq(PROVISIONING_PLACES.TENANT_ID))
                .join(HERE)
                .on(HERE.CONNECTION_NAME.eq(TENANTS.CONNECTION_NAME))
                .join(THERE)
                .on(THERE.CONNECTION_NAME.eq(PROVISIONING_PLACES.CONNECTION_NAME))
                .where(TENANTS.STATUS.in("active", "suspended"))
                .and(THERE.IS_ACTIVE)
                .and(THERE.IS_HEALTHY)
                .and(THERE.SYSTEM_IDENTIFIER.ne(HERE.SYSTEM_IDENTIFIER));
    }
}
