package io.neomt.provisioning.store;

import static io.neomt.view.jooq.admin.admin.Tables.SPARE_REALMS;

import io.neomt.commons.connections.AdminDatabase;
import io.neomt.provisioning.keycloak.SpareRealms;
import java.util.List;

/** Spare realms in the admin database, so that every worker knows them. */
public final class AdminSpareRealms implements SpareRealms {

    private static final int MOST = 1_000;

    private final AdminDatabase database;

    public AdminSpareRealms(AdminDatabase database) {
        this.database = database;
    }

    @Override
    public List<String> names() {
        return database.read(dsl -> dsl.select(SPARE_REALMS.NAME)
                .from(SPARE_REALMS)
                .orderBy(SPARE_REALMS.CREATED_AT, SPARE_REALMS.NAME)
                .limit(MOST)
                .fetch(SPARE_REALMS.NAME));
    }

    @Override
    public void add(String name) {
        database.write(dsl -> dsl.insertInto(SPARE_REALMS)
                .set(SPARE_REALMS.NAME, name)
                .onConflictDoNothing()
                .execute());
    }

    @Override
    public void remove(String name) {
        database.write(dsl ->
                dsl.deleteFrom(SPARE_REALMS).where(SPARE_REALMS.NAME.eq(name)).execute());
    }
}
