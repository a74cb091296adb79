package io.neomt.projection.store;

import static io.neomt.view.jooq.tenant.Tables.PROJECTION_POSITION;

import io.neomt.event.Position;
import io.neomt.projection.tenantschema.TenantSchema;
import io.neomt.view.Migrations;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The position of a tenant's rows, which moves in the transaction that changes them. */
final class Positions {

    // the rows are made from the log: what a crash of the server takes back is applied again, with the position
    private static final String MOVE = """
            UPDATE projection_position SET position = {0}, updated_at = now() WHERE projection = {1} AND position = {2};
            SET LOCAL synchronous_commit = off
            """;

    private static final int REQUIRED = Integer.parseInt(Migrations.TENANT.requiredVersion());
    private static final String VERSION_AND_POSITION = """
            SELECT (SELECT max(version::integer) FROM flyway_schema_history WHERE success),
              (SELECT position FROM projection_position WHERE projection = {0})
            """;

    private Positions() {}

    /** Empty while the schema is older than this build's: then nothing can be read from it or written to it. */
    static Optional<Position> ifCurrent(DSLContext dsl) {
        return ifCurrent(dsl, TenantSchema.NAME);
    }

    /** As {@link #ifCurrent(DSLContext)}, of another projection into the same schema. */
    static Optional<Position> ifCurrent(DSLContext dsl, String projection) {
        Record row = dsl.resultQuery(VERSION_AND_POSITION, DSL.val(projection)).fetchSingle();
        @Nullable Integer version = row.get(0, Integer.class);
        @Nullable Long position = row.get(1, Long.class);
        return version == null || version < REQUIRED
                ? Optional.empty()
                : Optional.of(position == null ? Position.NONE : new Position(position));
    }

    static Position read(DSLContext dsl) {
        return read(dsl, TenantSchema.NAME);
    }

    static Position read(DSLContext dsl, String projection) {
        return dsl.select(PROJECTION_POSITION.POSITION)
                .from(PROJECTION_POSITION)
                .where(PROJECTION_POSITION.PROJECTION.eq(projection))
                .fetchOptional(PROJECTION_POSITION.POSITION)
                .map(Position::new)
                .orElse(Position.NONE);
    }

    /**
     * Moves the position if it still is where it is believed to be. The row then is locked until the transaction ends,
     * so that nobody else changes the tenant's rows meanwhile.
     */
    static boolean move(DSLContext dsl, Position from, Position to) {
        return move(dsl, TenantSchema.NAME, from, to);
    }

    /** As {@link #move(DSLContext, Position, Position)}, of another projection into the same schema. */
    static boolean move(DSLContext dsl, String projection, Position from, Position to) {
        if (from.equals(Position.NONE)) {
            begin(dsl, projection);
        }
        return dsl.query(MOVE, DSL.val(to.value()), DSL.val(projection), DSL.val(from.value()))
                        .execute()
                == 1;
    }

    /** Keeps the position where it is until the transaction ends. */
    static Position lock(DSLContext dsl, String projection) {
        // what is not there cannot be locked
        begin(dsl, projection);
        return dsl.select(PROJECTION_POSITION.POSITION)
                .from(PROJECTION_POSITION)
                .where(PROJECTION_POSITION.PROJECTION.eq(projection))
                .forUpdate()
                .fetchSingle(row -> new Position(row.value1()));
    }

    private static void begin(DSLContext dsl, String projection) {
        dsl.insertInto(PROJECTION_POSITION)
                .set(PROJECTION_POSITION.PROJECTION, projection)
                .set(PROJECTION_POSITION.POSITION, Position.NONE.value())
                .set(PROJECTION_POSITION.UPDATED_AT, DSL.currentInstant())
                .onConflictDoNothing()
                .execute();
    }
}
