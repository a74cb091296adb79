package io.neomt.query.store;

import static io.neomt.view.jooq.tenant.Tables.ROLES;

import io.neomt.query.lookup.AssignedRole;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;

/** The table that says which roles users, or teams, were given. */
record AssignedRoles(Table<?> table, Field<UUID> role, Field<Instant> assignedAt, TermColumns terms) {

    static AssignedRoles in(Table<?> table) {
        return new AssignedRoles(
                table,
                TermColumns.column(table, "role_id", UUID.class),
                TermColumns.column(table, "assigned_at", Instant.class),
                TermColumns.of(table));
    }

    /** Those that are not deleted, by name. */
    List<AssignedRole> read(DSLContext dsl, Condition ofHolder) {
        return dsl.select(ROLES.ID, ROLES.NAME, ROLES.DESCRIPTION, assignedAt)
                .select(terms.validFrom(), terms.expiresAt(), terms.condition())
                .from(table)
                .join(ROLES)
                .on(ROLES.ID.eq(role))
                .where(ofHolder)
                .and(ROLES.DELETED_AT.isNull())
                .orderBy(ROLES.NAME, ROLES.ID)
                .fetch(row -> new AssignedRole(
                        row.get(ROLES.ID),
                        row.get(ROLES.NAME),
                        row.get(ROLES.DESCRIPTION),
                        row.get(assignedAt),
                        terms.read(row)));
    }
}
