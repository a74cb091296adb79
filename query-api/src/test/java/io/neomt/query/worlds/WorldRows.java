package io.neomt.query.worlds;

import static io.neomt.view.jooq.tenant.Tables.PROJECTION_POSITION;
import static io.neomt.view.jooq.tenant.Tables.ROLES;
import static io.neomt.view.jooq.tenant.Tables.ROLE_PARENTS;
import static io.neomt.view.jooq.tenant.Tables.ROLE_PERMISSIONS;
import static io.neomt.view.jooq.tenant.Tables.USERS;
import static io.neomt.view.jooq.tenant.Tables.USER_PERMISSIONS;
import static io.neomt.view.jooq.tenant.Tables.USER_ROLES;

import io.neomt.event.Position;
import io.neomt.testkit.permissions.World;
import io.neomt.testkit.permissions.World.Holding;
import io.neomt.testkit.permissions.World.Link;
import io.neomt.testkit.permissions.World.Role;
import io.neomt.testkit.permissions.World.User;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;

/** Writes a plain world into a tenant's schema, in place of what was there. */
public final class WorldRows {

    private static final Instant TIME = Instant.parse("2026-03-01T12:00:00Z");

    private final DSLContext dsl;

    private WorldRows(DSLContext dsl) {
        this.dsl = dsl;
    }

    public static void write(DSLContext dsl, World world, Position position) {
        WorldRows rows = new WorldRows(dsl);
        rows.clear();
        world.roles().forEach(rows::role);
        world.roles().forEach(rows::inherited);
        world.users().forEach(rows::user);
        rows.position(position);
    }

    /** Nothing but the position. */
    public static void moveTo(DSLContext dsl, Position position) {
        new WorldRows(dsl).position(position);
    }

    private void clear() {
        List.of(USER_PERMISSIONS, USER_ROLES, ROLE_PARENTS, ROLE_PERMISSIONS, USERS, ROLES)
                .forEach(table -> dsl.deleteFrom(table).execute());
    }

    private void position(Position position) {
        dsl.insertInto(PROJECTION_POSITION)
                .values("tenantschema", position.value(), TIME)
                .onDuplicateKeyUpdate()
                .set(PROJECTION_POSITION.POSITION, position.value())
                .execute();
    }

    private void role(String name, Role role) {
        dsl.insertInto(ROLES)
                .values(
                        Ids.role(name).value(),
                        name,
                        "the role " + name,
                        1L,
                        TIME,
                        TIME,
                        role.deleted() ? TIME : null,
                        false)
                .execute();
        for (Holding holding : role.holdings()) {
            dsl.insertInto(
                            ROLE_PERMISSIONS,
                            ROLE_PERMISSIONS.ROLE_ID,
                            ROLE_PERMISSIONS.PERMISSION,
                            ROLE_PERMISSIONS.EFFECT,
                            ROLE_PERMISSIONS.GRANTED_AT)
                    .values(Ids.role(name).value(), holding.permission(), holding.denial() ? "deny" : "allow", TIME)
                    .onConflictDoNothing()
                    .execute();
        }
    }

    private void inherited(String name, Role role) {
        for (Link parent : role.parents()) {
            dsl.insertInto(ROLE_PARENTS, ROLE_PARENTS.ROLE_ID, ROLE_PARENTS.PARENT_ID)
                    .values(Ids.role(name).value(), Ids.role(parent.name()).value())
                    .onConflictDoNothing()
                    .execute();
        }
    }

    private void user(String name, User user) {
        dsl.insertInto(USERS)
                .values(
                        Ids.user(name).value(),
                        name,
                        name + "@example.test",
                        "The " + name,
                        name,
                        user.status(),
                        1L,
                        TIME,
                        TIME)
                .execute();
        for (Link role : user.roles()) {
            dsl.insertInto(USER_ROLES, USER_ROLES.USER_ID, USER_ROLES.ROLE_ID, USER_ROLES.ASSIGNED_AT)
                    .values(Ids.user(name).value(), Ids.role(role.name()).value(), TIME)
                    .onConflictDoNothing()
                    .execute();
        }
        for (int i = 0; i < user.holdings().size(); i++) {
            Holding holding = user.holdings().get(i);
            dsl.insertInto(
                            USER_PERMISSIONS,
                            USER_PERMISSIONS.ID,
                            USER_PERMISSIONS.USER_ID,
                            USER_PERMISSIONS.PERMISSION,
                            USER_PERMISSIONS.EFFECT,
                            USER_PERMISSIONS.GRANTED_AT)
                    .values(
                            Ids.grant(name, i).value(),
                            Ids.user(name).value(),
                            holding.permission(),
                            holding.denial() ? "deny" : "allow",
                            TIME)
                    .execute();
        }
    }
}
