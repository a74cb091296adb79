package io.neomt.provisioning.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.quotedName;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.neomt.provisioning.plan.SchemaFacts;
import io.neomt.provisioning.plan.TemplateVersion;
import io.neomt.view.Migrations;
import io.neomt.view.SchemaName;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL's catalog and the migration history say about one schema. */
final class SchemaCatalog {

    private static final Field<String> NAMESPACE = field(name("nspname"), SQLDataType.VARCHAR);
    private static final Field<String> TABLE_SCHEMA = field(name("schemaname"), SQLDataType.VARCHAR);
    private static final Field<String> TABLE_NAME = field(name("tablename"), SQLDataType.VARCHAR);
    private static final Field<String> VERSION = field(name("version"), SQLDataType.VARCHAR);
    private static final Field<Boolean> SUCCESS = field(name("success"), SQLDataType.BOOLEAN);

    /** The history's column has no time zone; its values are in the session's. */
    private static final Field<Instant> INSTALLED_ON = field("installed_on::timestamptz", SQLDataType.INSTANT);

    private final DSLContext dsl;
    private final SchemaName schema;

    SchemaCatalog(DSLContext dsl, SchemaName schema) {
        this.dsl = dsl;
        this.schema = schema;
    }

    boolean exists() {
        return dsl.fetchExists(select(inline(1))
                .from(table(name("pg_catalog", "pg_namespace")))
                .where(NAMESPACE.eq(schema.value())));
    }

    Optional<TemplateVersion> version() {
        return newest(history());
    }

    SchemaFacts facts() {
        if (!exists()) {
            return SchemaFacts.NONE;
        }
        List<Applied> history = history();
        return new SchemaFacts(
                true,
                createdAt(),
                newest(history),
                history.stream().map(Applied::at).max(Instant::compareTo));
    }

    private static Optional<TemplateVersion> newest(List<Applied> history) {
        return history.stream().map(Applied::version).max(TemplateVersion::compareTo);
    }

    private List<Applied> history() {
        if (!hasHistory()) {
            return List.of();
        }
        return dsl.select(VERSION, INSTALLED_ON)
                .from(table(quotedName(schema.value(), Migrations.HISTORY_TABLE)))
                .where(SUCCESS)
                .and(VERSION.isNotNull())
                .fetch(row -> new Applied(new TemplateVersion(row.value1()), row.value2()));
    }

    private boolean hasHistory() {
        Condition ofSchema = TABLE_SCHEMA.eq(schema.value());
        return dsl.fetchExists(select(inline(1))
                .from(table(name("pg_catalog", "pg_tables")))
                .where(ofSchema)
                .and(TABLE_NAME.eq(Migrations.HISTORY_TABLE)));
    }

    private Optional<Instant> createdAt() {
        @Nullable
        String comment = dsl.select(field("obj_description(oid, 'pg_namespace')", SQLDataType.VARCHAR))
                .from(table(name("pg_catalog", "pg_namespace")))
                .where(NAMESPACE.eq(schema.value()))
                .fetchOne(0, String.class);
        return instant(comment);
    }

    /** Somebody may have changed the comment, which is theirs to do: then the time is not known. */
    private static Optional<Instant> instant(@Nullable String comment) {
        if (comment == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(comment));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private record Applied(TemplateVersion version, Instant at) {}
}
