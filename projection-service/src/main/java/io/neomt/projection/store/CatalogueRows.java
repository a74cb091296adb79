package io.neomt.projection.store;

import io.neomt.projection.tenantschema.Row;
import io.neomt.projection.tenantschema.RowKey;
import io.neomt.projection.tenantschema.Rows;
import io.neomt.view.cache.PermissionsJson;
import java.util.stream.Stream;
import org.jooq.SQL;

/** Statements on the catalogue of codes, the templates of roles and the settings. */
final class CatalogueRows {

    private static final String REMOVE_CODES = """
            DELETE FROM permissions p USING $rows AS x (code) WHERE p.code = x.code
            """;
    private static final String PUT_CODES = """
            INSERT INTO permissions (code, description, resource_type, version, created_at, updated_at)
            SELECT x.code, x.description, x.resource_type, x.version, x.created::timestamptz, x.updated::timestamptz
            FROM $rows AS x (code, description, resource_type, created, version, updated)
            ON CONFLICT (code) DO UPDATE SET description = excluded.description,
              resource_type = excluded.resource_type, version = excluded.version, updated_at = excluded.updated_at
            """;
    private static final String REMOVE_TEMPLATES = """
            DELETE FROM role_templates t USING $rows AS x (name) WHERE t.name = x.name
            """;
    private static final String PUT_TEMPLATES = """
            INSERT INTO role_templates (name, description, permissions, version, created_at, updated_at)
            SELECT x.name, x.description, x.permissions::jsonb, x.version, x.created::timestamptz, x.updated::timestamptz
            FROM $rows AS x (name, description, permissions, created, version, updated)
            ON CONFLICT (name) DO UPDATE SET description = excluded.description,
              permissions = excluded.permissions, version = excluded.version, updated_at = excluded.updated_at
            """;
    private static final String PUT_SETTINGS = """
            INSERT INTO settings (key, value, version, updated_at)
            SELECT x.key, x.value::jsonb, x.version, x.updated::timestamptz
            FROM $rows AS x (key, value, version, updated)
            ON CONFLICT (key) DO UPDATE SET
              value = excluded.value, version = excluded.version, updated_at = excluded.updated_at
            """;

    private CatalogueRows() {}

    static Stream<SQL> remove(Rows rows) {
        return Stream.concat(
                new Columns<>(rows.removed(RowKey.Code.class))
                        .text(key -> key.code().toString())
                        .in(REMOVE_CODES),
                new Columns<>(rows.removed(RowKey.Template.class))
                        .text(RowKey.Template::name)
                        .in(REMOVE_TEMPLATES));
    }

    static Stream<SQL> put(Rows rows) {
        Stream<SQL> codes = new Columns<>(rows.put(Row.Code.class))
                .text(row -> row.key().code().toString())
                .text(Row.Code::description)
                .text(Row.Code::resourceType)
                .time(Row.Code::createdAt)
                .number(row -> row.last().version())
                .time(row -> row.last().at())
                .in(PUT_CODES);
        Stream<SQL> templates = new Columns<>(rows.put(Row.Template.class))
                .text(row -> row.key().name())
                .text(Row.Template::description)
                .text(row -> PermissionsJson.write(row.permissions()))
                .time(Row.Template::createdAt)
                .number(row -> row.last().version())
                .time(row -> row.last().at())
                .in(PUT_TEMPLATES);
        Stream<SQL> settings = new Columns<>(rows.put(Row.Setting.class))
                .text(row -> row.key().name())
                .text(Row.Setting::json)
                .number(row -> row.last().version())
                .time(row -> row.last().at())
                .in(PUT_SETTINGS);
        return Stream.of(codes, templates, settings).flatMap(each -> each);
    }
}
