package io.neomt.query.store;

import static io.neomt.view.jooq.tenant.Tables.ROLES;
import static io.neomt.view.jooq.tenant.Tables.ROLE_PARENTS;
import static io.neomt.view.jooq.tenant.Tables.ROLE_PERMISSIONS;
import static io.neomt.view.jooq.tenant.Tables.TEAMS;
import static io.neomt.view.jooq.tenant.Tables.TEAM_PERMISSIONS;
import static io.neomt.view.jooq.tenant.Tables.TEAM_ROLES;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.neomt.query.lookup.WhoCan;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;

/**
 * Roles and teams that give a grant to those who have them or are in them: those that hold it, and whoever inherits it
 * from them. What is deleted gives nothing and passes nothing on.
 */
final class Givers {

    private static final String REACHED = "reached";
    private static final Field<UUID> REACHED_ID = field(name(REACHED, "id"), SQLDataType.UUID);
    private static final PermissionColumns OF_ROLES = PermissionColumns.of(ROLE_PERMISSIONS);
    private static final PermissionColumns OF_TEAMS = PermissionColumns.of(TEAM_PERMISSIONS);

    private Givers() {}

    static UUID[] roles(DSLContext dsl, WhoCan asked) {
        return withHeirs(
                dsl,
                select(ROLES.ID)
                        .from(ROLE_PERMISSIONS)
                        .join(ROLES)
                        .on(ROLES.ID.eq(ROLE_PERMISSIONS.ROLE_ID))
                        .where(OF_ROLES.allow(asked))
                        .and(ROLES.DELETED_AT.isNull()),
                select(ROLES.ID)
                        .from(table(name(REACHED)))
                        .join(ROLE_PARENTS)
                        .on(ROLE_PARENTS.PARENT_ID.eq(REACHED_ID))
                        .join(ROLES)
                        .on(ROLES.ID.eq(ROLE_PARENTS.ROLE_ID))
                        .where(ROLES.DELETED_AT.isNull()));
    }

    /** @param roles that give it */
    static UUID[] teams(DSLContext dsl, WhoCan asked, UUID[] roles) {
        Condition holds = TEAMS.ID.in(
                select(TEAM_PERMISSIONS.TEAM_ID).from(TEAM_PERMISSIONS).where(OF_TEAMS.allow(asked)));
        Condition has =
                TEAMS.ID.in(select(TEAM_ROLES.TEAM_ID).from(TEAM_ROLES).where(TEAM_ROLES.ROLE_ID.eq(any(roles))));
        return withTeamsBelow(dsl, holds.or(has));
    }

    static UUID[] withTeamsBelow(DSLContext dsl, Condition start) {
        return withHeirs(
                dsl,
                select(TEAMS.ID).from(TEAMS).where(start).and(TEAMS.DELETED_AT.isNull()),
                select(TEAMS.ID)
                        .from(table(name(REACHED)))
                        .join(TEAMS)
                        .on(TEAMS.PARENT_ID.eq(REACHED_ID))
                        .where(TEAMS.DELETED_AT.isNull()));
    }

    /** @param next those that inherit directly from one that is reached */
    private static UUID[] withHeirs(DSLContext dsl, Select<Record1<UUID>> first, Select<Record1<UUID>> next) {
        return dsl.withRecursive(name(REACHED).fields("id").as(first.union(next)))
                .select(REACHED_ID)
                .from(table(name(REACHED)))
                .fetchArray(REACHED_ID);
    }
}
