package io.neomt.migration.store;

import static io.neomt.view.jooq.admin.admin.Tables.MIGRATION_TURNS;

import io.neomt.commons.connections.AdminDatabase;
import java.time.Instant;
import org.jooq.impl.DSL;

/** Which of several orchestrators does what is due. */
public final class MigrationTurns {

    private final AdminDatabase database;
    private final String owner;

    /** @param owner this process, for people */
    public MigrationTurns(AdminDatabase database, String owner) {
        this.database = database;
        this.owner = owner;
    }

    /** @return false when another has taken it for that time or a later one */
    public boolean take(String duty, Instant due) {
        return database.write(dsl -> dsl.insertInto(MIGRATION_TURNS)
                        .set(MIGRATION_TURNS.DUTY, duty)
                        .set(MIGRATION_TURNS.DUE_AT, due)
                        .set(MIGRATION_TURNS.OWNER, owner)
                        .onConflict(MIGRATION_TURNS.DUTY)
                        .doUpdate()
                        .set(MIGRATION_TURNS.DUE_AT, due)
                        .set(MIGRATION_TURNS.OWNER, owner)
                        .set(MIGRATION_TURNS.TAKEN_AT, DSL.currentInstant())
                        .where(MIGRATION_TURNS.DUE_AT.lt(due))
                        .execute()
                == 1);
    }
}
