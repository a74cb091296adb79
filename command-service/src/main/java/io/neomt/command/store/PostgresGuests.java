package io.neomt.command.store;

import static io.neomt.view.jooq.admin.eventstore.Tables.CLAIMED_NAME;
import static io.neomt.view.jooq.admin.eventstore.Tables.REFERENCE;

import io.neomt.command.kernel.Name;
import io.neomt.command.kernel.Reference;
import io.neomt.commons.connections.AdminDatabase;
import io.neomt.commons.connections.Tenant;
import io.neomt.commons.security.Caller;
import io.neomt.commons.security.Guests;

/** Finds access grants by what subjects refer to. */
public final class PostgresGuests implements Guests {

    private final AdminDatabase database;

    public PostgresGuests(AdminDatabase database) {
        this.database = database;
    }

    @Override
    public boolean mayEnter(Caller caller, Tenant home, Tenant tenant) {
        return database.read(dsl -> dsl.fetchExists(dsl.selectOne()
                .from(CLAIMED_NAME)
                .join(REFERENCE)
                .on(REFERENCE.TARGET.eq(CLAIMED_NAME.SUBJECT))
                .where(CLAIMED_NAME.TENANT_ID.eq(home.id().value()))
                .and(CLAIMED_NAME.KIND.eq(Name.Kind.EXTERNAL_ID.text()))
                .and(CLAIMED_NAME.NAME.eq(caller.externalId()))
                .and(REFERENCE.TENANT_ID.eq(tenant.id().value()))
                .and(REFERENCE.KIND.eq(Reference.Kind.ACCESS.text()))));
    }
}
