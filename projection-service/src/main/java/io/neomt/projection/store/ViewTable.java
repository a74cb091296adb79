package io.neomt.projection.store;

import static io.neomt.view.jooq.tenant.Tables.ACCESS_GRANTS;
import static io.neomt.view.jooq.tenant.Tables.AUDIT_LOG;
import static io.neomt.view.jooq.tenant.Tables.GUESTS;
import static io.neomt.view.jooq.tenant.Tables.PERMISSIONS;
import static io.neomt.view.jooq.tenant.Tables.REMOVED_RESOURCES;
import static io.neomt.view.jooq.tenant.Tables.RESOURCES;
import static io.neomt.view.jooq.tenant.Tables.ROLES;
import static io.neomt.view.jooq.tenant.Tables.ROLE_PARENTS;
import static io.neomt.view.jooq.tenant.Tables.ROLE_PERMISSIONS;
import static io.neomt.view.jooq.tenant.Tables.ROLE_TEMPLATES;
import static io.neomt.view.jooq.tenant.Tables.SETTINGS;
import static io.neomt.view.jooq.tenant.Tables.TEAMS;
import static io.neomt.view.jooq.tenant.Tables.TEAM_MEMBERS;
import static io.neomt.view.jooq.tenant.Tables.TEAM_PERMISSIONS;
import static io.neomt.view.jooq.tenant.Tables.TEAM_ROLES;
import static io.neomt.view.jooq.tenant.Tables.USERS;
import static io.neomt.view.jooq.tenant.Tables.USER_PERMISSIONS;
import static io.neomt.view.jooq.tenant.Tables.USER_ROLES;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.UniqueKey;
import org.jspecify.annotations.Nullable;

/**
 * One of the tables that are made from a tenant's events.
 *
 * @param columns all but numbers that the database gives
 * @param keys by which a row is the same one; all columns where the database numbers the rows
 * @param growing columns of JSON, to which later releases add fields: one without a value is as good as none
 */
record ViewTable(String name, List<String> columns, List<String> keys, Set<String> growing) {

    /** Those that others refer to come first. */
    static final List<ViewTable> ALL = Stream.of(
                    USERS,
                    ROLES,
                    TEAMS,
                    ROLE_PERMISSIONS,
                    ROLE_PARENTS,
                    USER_ROLES,
                    USER_PERMISSIONS,
                    TEAM_MEMBERS,
                    TEAM_ROLES,
                    TEAM_PERMISSIONS,
                    PERMISSIONS,
                    SETTINGS,
                    RESOURCES,
                    REMOVED_RESOURCES,
                    GUESTS,
                    ACCESS_GRANTS,
                    ROLE_TEMPLATES)
            .map(table -> of(table, Set.of()))
            .toList();

    static final ViewTable AUDIT = of(AUDIT_LOG, Set.of(AUDIT_LOG.DETAILS.getName()));

    private static ViewTable of(Table<?> table, Set<String> growing) {
        List<String> columns = table.fieldStream()
                .filter(field -> !isNumber(table, field))
                .map(Field::getName)
                .toList();
        @Nullable UniqueKey<?> key = table.getPrimaryKey();
        boolean numbered = table.getIdentity() != null || key == null;
        return new ViewTable(
                table.getName(),
                columns,
                numbered
                        ? columns
                        : key.getFields().stream().map(Field::getName).toList(),
                growing);
    }

    private static boolean isNumber(Table<?> table, Field<?> field) {
        return table.getIdentity() != null
                && table.getIdentity().getField().getName().equals(field.getName());
    }

    /** The statement with the names of this table in it. */
    String in(String sql) {
        return sql.replace("$table", name)
                .replace("$columns", listed(columns, ""))
                .replace("$n_columns", listed(columns, "n."))
                .replace("$differs", differs())
                .replace(
                        "$set",
                        data().map(column -> quoted(column) + " = n." + quoted(column))
                                .collect(Collectors.joining(", ")))
                .replace("$keys", listed(keys, ""))
                .replace("$both_keys", both())
                .replace("$key", quoted(keys.getFirst()))
                .replace("$told", growing.isEmpty() ? "" : "jsonb_strip_nulls")
                .replace("$same", same());
    }

    boolean hasData() {
        return keys.size() < columns.size();
    }

    private Stream<String> data() {
        return columns.stream().filter(column -> !keys.contains(column));
    }

    /** What is the same as it is needs no look into it. */
    private String differs() {
        String asTheyAre = differs(UnaryOperator.identity());
        return growing.isEmpty()
                ? asTheyAre
                : asTheyAre + " AND " + differs(value -> "jsonb_strip_nulls(" + value + ")");
    }

    private String differs(UnaryOperator<String> told) {
        return row("r.", told) + " IS DISTINCT FROM " + row("n.", told);
    }

    private String row(String alias, UnaryOperator<String> told) {
        return data().map(column ->
                        growing.contains(column) ? told.apply(alias + quoted(column)) : alias + quoted(column))
                .collect(Collectors.joining(", ", "ROW(", ")"));
    }

    private String both() {
        return keys.stream()
                .map(key -> "coalesce(r." + quoted(key) + ", n." + quoted(key) + ")")
                .collect(Collectors.joining(", "));
    }

    /** Where a part of the key may be null, texts are compared, since those can be looked up. */
    private String same() {
        return hasData() || keys.size() <= 2
                ? keys.stream()
                        .map(key -> "n." + quoted(key) + " = r." + quoted(key))
                        .collect(Collectors.joining(" AND "))
                : "ROW(" + listed(keys, "n.") + ")::text = ROW(" + listed(keys, "r.") + ")::text";
    }

    private static String listed(List<String> names, String alias) {
        return names.stream().map(name -> alias + quoted(name)).collect(Collectors.joining(", "));
    }

    private static String quoted(String name) {
        return "\"" + name + "\"";
    }
}
