package io.neomt.projection.store;

import io.neomt.projection.tenantschema.Rows;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.SQL;

/**
 * Writes a batch's rows into the schema of the transaction. A put replaces, since within one batch a row may have been
 * removed and put again. All statements travel in one round trip.
 */
final class RowWriter {

    private RowWriter() {}

    static void write(DSLContext dsl, Rows rows) {
        List<SQL> all = statements(rows).toList();
        if (!all.isEmpty()) {
            dsl.query(placeholders(all.size()), all.toArray(SQL[]::new)).execute();
        }
    }

    private static Stream<SQL> statements(Rows rows) {
        return Stream.of(
                        UserRows.insert(rows.newUsers()),
                        UserRows.update(rows.userUpdates()),
                        RoleRows.insert(rows.newRoles()),
                        RoleRows.update(rows.roleUpdates()),
                        UserRows.removeRoles(rows.userRolesRemoved()),
                        UserRows.putRoles(rows.userRoles()),
                        UserRows.removeGrants(rows.grantsRemoved()),
                        UserRows.putGrants(rows.grants()),
                        RoleRows.removePermissions(rows.rolePermissionsRemoved()),
                        RoleRows.putPermissions(rows.rolePermissions()),
                        RoleRows.removeParents(rows.roleParentsRemoved()),
                        RoleRows.putParents(rows.roleParents()))
                .flatMap(each -> each);
    }

    private static String placeholders(int count) {
        return IntStream.range(0, count).mapToObj(i -> "{" + i + "}").collect(Collectors.joining("; "));
    }
}
