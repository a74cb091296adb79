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
                        UserRows.update(rows.userUpdates()),
                        UserRows.insert(rows.newUsers()),
                        RoleRows.update(rows.roleUpdates()),
                        RoleRows.insert(rows.newRoles()),
                        // a team may have been moved below one that is new
                        TeamRows.insert(rows.newTeams()),
                        TeamRows.update(rows.teamUpdates()),
                        removed(rows),
                        put(rows),
                        UserRows.clear(rows.deletedUsers()))
                .flatMap(each -> each);
    }

    private static Stream<SQL> removed(Rows rows) {
        return Stream.of(
                        UserRows.remove(rows),
                        RoleRows.remove(rows),
                        TeamRows.remove(rows),
                        ResourceRows.remove(rows),
                        AccessRows.remove(rows),
                        CatalogueRows.remove(rows))
                .flatMap(each -> each);
    }

    private static Stream<SQL> put(Rows rows) {
        return Stream.of(
                        UserRows.put(rows),
                        RoleRows.put(rows),
                        TeamRows.put(rows),
                        ResourceRows.put(rows),
                        AccessRows.put(rows),
                        CatalogueRows.put(rows))
                .flatMap(each -> each);
    }

    private static String placeholders(int count) {
        return IntStream.range(0, count).mapToObj(i -> "{" + i + "}").collect(Collectors.joining("; "));
    }
}
