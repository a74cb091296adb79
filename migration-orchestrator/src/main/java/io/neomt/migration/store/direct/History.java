package io.neomt.migration.store.direct;

import io.neomt.migration.plan.AppliedMigration;
import io.neomt.migration.plan.SchemaVersion;
import io.neomt.view.Migrations;
import java.time.Duration;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;

/** The history of the schema at the search path, as Flyway keeps it. */
public final class History {

    private static final String EXISTS =
            "SELECT to_regclass(quote_ident(current_schema()) || '." + Migrations.HISTORY_TABLE + "') IS NOT NULL";

    private static final String ROWS =
            "SELECT version, description, script, checksum, installed_on, execution_time, success FROM "
                    + Migrations.HISTORY_TABLE + " WHERE version IS NOT NULL ORDER BY installed_rank";

    private History() {}

    /** None where the schema was never migrated, or is not there. */
    public static List<AppliedMigration> read(DSLContext dsl) {
        boolean there = Boolean.TRUE.equals(dsl.fetchSingle(EXISTS).get(0, Boolean.class));
        return there ? dsl.fetch(ROWS).map(History::applied) : List.of();
    }

    private static AppliedMigration applied(Record row) {
        Integer checksum = row.get(3, Integer.class);
        return new AppliedMigration(
                new SchemaVersion(row.get(0, String.class)),
                row.get(1, String.class),
                row.get(2, String.class),
                checksum == null ? 0 : checksum,
                row.get(4, java.sql.Timestamp.class).toInstant(),
                Duration.ofMillis(row.get(5, Integer.class)),
                row.get(6, Boolean.class));
    }
}
