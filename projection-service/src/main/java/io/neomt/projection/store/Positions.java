package io.neomt.projection.store;

import static io.neomt.view.jooq.tenant.Tables.PROJECTION_POSITION;

import io.neomt.event.Position;
import io.neomt.projection.tenantschema.TenantSchema;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The position of a tenant's rows, which moves in the transaction that changes them. */
final class Positions {

    // the rows are made from the log: what a crash of the server takes back is applied again, with the position
    private static final String MOVE = """
            UPDATE projection_position SET position = {0}, updated_at = now() WHERE projection = {1} AND position = {2};
            SET LOCAL synchronous_commit = off
            """;

    private Positions() {}

    static Position read(DSLContext dsl) {
        return dsl.select(PROJECTION_POSITION.POSITION)
                .from(PROJECTION_POSITION)
                .where(PROJECTION_POSITION.PROJECTION.eq(TenantSchema.NAME))
                .fetchOptional(PROJECTION_POSITION.POSITION)
                .map(Position::new)
                .orElse(Position.NONE);
    }

    /**
     * Moves the position if it still is where it is believed to be. The row then is locked until the transaction ends,
     * so that nobody else changes the tenant's rows meanwhile.
     */
    static boolean move(DSLContext dsl, Position from, Position to) {
        if (from.equals(Position.NONE)) {
            dsl.insertInto(PROJECTION_POSITION)
                    .set(PROJECTION_POSITION.PROJECTION, TenantSchema.NAME)
                    .set(PROJECTION_POSITION.POSITION, from.value())
                    .set(PROJECTION_POSITION.UPDATED_AT, DSL.currentInstant())
                    .onConflictDoNothing()
                    .execute();
        }
        return dsl.query(MOVE, DSL.val(to.value()), DSL.val(TenantSchema.NAME), DSL.val(from.value()))
                        .execute()
                == 1;
    }
}
