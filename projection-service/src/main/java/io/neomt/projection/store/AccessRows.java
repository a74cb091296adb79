package io.neomt.projection.store;

import io.neomt.projection.tenantschema.Row;
import io.neomt.projection.tenantschema.RowKey;
import io.neomt.projection.tenantschema.Rows;
import java.util.stream.Stream;
import org.jooq.SQL;

/** Statements on what users of other tenants may do in this one. */
final class AccessRows {

    private static final String REMOVE = """
            DELETE FROM access_grants a USING $rows AS x (id) WHERE a.id = x.id
            """;
    // the same grant may be put again only by the same event
    private static final String PUT_GUESTS = """
            INSERT INTO guests (access_grant_id, user_id)
            SELECT x.access_grant_id, x.user_id FROM $rows AS x (access_grant_id, user_id)
            ON CONFLICT DO NOTHING
            """;
    private static final String PUT = """
            INSERT INTO access_grants (id, home_tenant_id, user_id, granted_at, %s)
            SELECT x.id, x.home_tenant_id, x.user_id, x.at::timestamptz, %s
            FROM $rows AS x (id, home_tenant_id, user_id, at, %s)
            ON CONFLICT (id) DO NOTHING
            """.formatted(Columns.PERMISSION, Columns.PERMISSION_OF_X, Columns.PERMISSION);

    private AccessRows() {}

    static Stream<SQL> remove(Rows rows) {
        return new Columns<>(rows.removed(RowKey.Access.class))
                .uuid(key -> key.grant().value())
                .in(REMOVE);
    }

    static Stream<SQL> put(Rows rows) {
        return Stream.concat(
                new Columns<>(rows.put(Row.Guest.class))
                        .uuid(row -> row.key().grant().value())
                        .uuid(row -> row.user().value())
                        .in(PUT_GUESTS),
                new Columns<>(rows.put(Row.Access.class))
                        .uuid(row -> row.key().grant().value())
                        .uuid(row -> row.home().value())
                        .uuid(row -> row.user().value())
                        .time(Row.Access::at)
                        .permission(Row.Access::permission)
                        .in(PUT));
    }
}
