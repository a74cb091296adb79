package io.neomt.migration.store;

import static io.neomt.view.jooq.admin.admin.Tables.MIGRATION_SCHEMAS;
import static io.neomt.view.jooq.admin.admin.Tables.MIGRATION_TARGETS;
import static io.neomt.view.jooq.admin.admin.Tables.TENANTS;

import io.neomt.migration.plan.fleet.Level;
import io.neomt.migration.run.Claim;
import io.neomt.migration.run.Runs.Result;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** What the directory says of each schema's version, in the transaction it is made with. */
record Versions(DSLContext dsl) {

    /** Each is where its target says now. */
    void reached(Claim claim, List<Result> results) {
        List<Integer> numbers = results.stream()
                .filter(result -> result.error() == null)
                .map(result -> result.target().number())
                .toList();
        dsl.update(TENANTS)
                .set(TENANTS.TEMPLATE_VERSION, MIGRATION_TARGETS.TO_VERSION)
                .from(MIGRATION_TARGETS)
                .where(MIGRATION_TARGETS.RUN_ID.eq(claim.run()))
                .and(MIGRATION_TARGETS.NUMBER.in(numbers))
                .and(MIGRATION_TARGETS.TENANT_ID.eq(TENANTS.ID))
                .execute();
        dsl.insertInto(
                        MIGRATION_SCHEMAS,
                        MIGRATION_SCHEMAS.CONNECTION_NAME,
                        MIGRATION_SCHEMAS.SCHEMA_NAME,
                        MIGRATION_SCHEMAS.LEVEL,
                        MIGRATION_SCHEMAS.VERSION)
                .select(DSL.select(
                                MIGRATION_TARGETS.CONNECTION_NAME,
                                MIGRATION_TARGETS.SCHEMA_NAME,
                                MIGRATION_TARGETS.LEVEL,
                                MIGRATION_TARGETS.TO_VERSION)
                        .from(MIGRATION_TARGETS)
                        .where(MIGRATION_TARGETS.RUN_ID.eq(claim.run()))
                        .and(MIGRATION_TARGETS.NUMBER.in(numbers))
                        .and(MIGRATION_TARGETS.LEVEL.in(Level.REGIONAL.text(), Level.TEMPLATE.text())))
                .onConflict(MIGRATION_SCHEMAS.CONNECTION_NAME, MIGRATION_SCHEMAS.SCHEMA_NAME)
                .doUpdate()
                .set(MIGRATION_SCHEMAS.VERSION, DSL.excluded(MIGRATION_SCHEMAS.VERSION))
                .set(MIGRATION_SCHEMAS.UPDATED_AT, DSL.currentInstant())
                .execute();
    }
}
