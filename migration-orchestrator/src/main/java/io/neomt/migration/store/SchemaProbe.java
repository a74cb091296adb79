package io.neomt.migration.store;

import io.neomt.commons.connections.AdminDatabase;
import io.neomt.commons.observability.HealthProbe;
import io.neomt.migration.plan.SchemaVersion;
import io.neomt.view.AdminSchemaVersion;
import io.neomt.view.Migrations;
import java.util.Map;
import java.util.function.Supplier;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Whether the admin database is at the version that this build works with. */
public final class SchemaProbe implements HealthProbe {

    private static final Field<Long> VERSION =
            DSL.field(DSL.name("version"), SQLDataType.VARCHAR).cast(SQLDataType.BIGINT);
    private static final Field<Boolean> SUCCESS = DSL.field(DSL.name("success"), SQLDataType.BOOLEAN);

    private final AdminDatabase database;
    private final Supplier<SchemaVersion> newest;

    /** @param newest that this process knows, an operator's own among them */
    public SchemaProbe(AdminDatabase database, Supplier<SchemaVersion> newest) {
        this.database = database;
        this.newest = newest;
    }

    @Override
    public String name() {
        return "schema";
    }

    @Override
    public boolean required() {
        return true;
    }

    @Override
    public Map<String, Object> check() {
        @Nullable Long current = current();
        if (current == null
                || current < Long.parseLong(AdminSchemaVersion.REQUIRED)
                || current > Long.parseLong(newest.get().value())) {
            throw new IllegalStateException(
                    "the admin database is at version " + current + ", not " + AdminSchemaVersion.REQUIRED);
        }
        return Map.of("version", current.toString());
    }

    private @Nullable Long current() {
        return database.read(dsl -> dsl.select(DSL.max(VERSION))
                .from(DSL.table(DSL.name(Migrations.ADMIN_HISTORY_SCHEMA, Migrations.HISTORY_TABLE)))
                .where(SUCCESS)
                .fetchSingle()
                .value1());
    }
}
