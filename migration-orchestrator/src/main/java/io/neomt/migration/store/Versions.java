package io.neomt.migration.store;

import static io.neomt.view.jooq.admin.admin.Tables.MIGRATION_SCHEMAS;
import static io.neomt.view.jooq.admin.admin.Tables.MIGRATION_TARGETS;
import static io.neomt.view.jooq.admin.admin.Tables.TENANTS;

import io.neomt.migration.plan.fleet.Level;
import io.neomt.migration.run.Claim;
import io.neomt.migration.run.Runs.Numbered;
import io.neomt.migration.run.Runs.Result;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** What the directory says of each schema's version, in the transaction it is made with. */
record Versions(DSLContext dsl) {

    /** Each is where its target says now. */
    void reached(Claim claim, List<Result> results) {
        List<Numbered> done = results.stream()
                .filter(result -> result.error() == null)
                .map(Result::target)
                .toList();
        // an array, not a list of as many values: one statement for any number of them
        Integer[] numbers = done.stream().map(Numbered::number).toArray(Integer[]::new);
        ofTenants(claim, numbers);
        if (done.stream().anyMatch(each -> each.target().level() != Level.TENANT)) {
            ofNobody(claim, numbers);
        }
    }

    private void ofTenants(Claim claim, Integer[] numbers) {
        dsl.update(TENANTS)
                .set(TENANTS.TEMPLATE_VERSION, MIGRATION_TARGETS.TO_VERSION)
                .from(MIGRATION_TARGETS)
                .where(MIGRATION_TARGETS.RUN_ID.eq(claim.run()))
                .and(MIGRATION_TARGETS.NUMBER.eq(DSL.any(numbers)))
                .and(MIGRATION_TARGETS.TENANT_ID.eq(TENANTS.ID))
                .execute();
    }

    private void ofNobody(Claim claim, Integer[] numbers) {
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
                        .and(MIGRATION_TARGETS.NUMBER.eq(DSL.any(numbers)))
                        .and(MIGRATION_TARGETS.LEVEL.in(Level.REGIONAL.text(), Level.TEMPLATE.text())))
                .onConflict(MIGRATION_SCHEMAS.CONNECTION_NAME, MIGRATION_SCHEMAS.SCHEMA_NAME)
                .doUpdate()
                .set(MIGRATION_SCHEMAS.VERSION, DSL.excluded(MIGRATION_SCHEMAS.VERSION))
                .set(MIGRATION_SCHEMAS.UPDATED_AT, DSL.currentInstant())
                .execute();
    }
}
