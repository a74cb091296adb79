package io.neomt.query.store;

import static io.neomt.view.jooq.admin.eventstore.Tables.STORE;
import static io.neomt.view.jooq.admin.eventstore.Tables.TENANT_HEAD;

import io.neomt.commons.connections.AdminDatabase;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import org.jooq.DSLContext;

/** The newest positions of the event store, and its epoch. */
public final class Heads {

    private final AdminDatabase database;

    public Heads(AdminDatabase database) {
        this.database = database;
    }

    /** The position of the tenant's newest event. */
    public Position head(TenantId tenant) {
        return Guard.read(() -> database.read(dsl -> of(dsl, tenant)));
    }

    /** Rises when the store is restored from a backup. */
    public int epoch() {
        return Guard.read(
                () -> database.read(dsl -> dsl.select(STORE.EPOCH).from(STORE).fetchSingle(STORE.EPOCH)));
    }

    static Position of(DSLContext dsl, TenantId tenant) {
        return dsl.select(TENANT_HEAD.POSITION)
                .from(TENANT_HEAD)
                .where(TENANT_HEAD.TENANT_ID.eq(tenant.value()))
                .fetchOptional(TENANT_HEAD.POSITION)
                .map(Position::new)
                .orElse(Position.NONE);
    }
}
