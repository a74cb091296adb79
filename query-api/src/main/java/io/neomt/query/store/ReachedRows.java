package io.neomt.query.store;

import static io.neomt.view.jooq.tenant.Tables.ACCESS_GRANTS;
import static io.neomt.view.jooq.tenant.Tables.RESOURCES;
import static io.neomt.view.jooq.tenant.Tables.ROLE_PERMISSIONS;
import static io.neomt.view.jooq.tenant.Tables.TEAMS;
import static io.neomt.view.jooq.tenant.Tables.TEAM_MEMBERS;
import static io.neomt.view.jooq.tenant.Tables.TEAM_PERMISSIONS;
import static io.neomt.view.jooq.tenant.Tables.USER_PERMISSIONS;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.selectFrom;
import static org.jooq.impl.DSL.unnest;

import io.neomt.event.UserId;
import io.neomt.permission.Scope;
import io.neomt.query.lookup.Reach;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The resources of a type that a user's grants reach; where they reach all, those that anybody named are among them. */
final class ReachedRows {

    /** The order of the bytes, which no setting of a database changes. */
    private static final String BYTES = "C";

    private final DSLContext dsl;
    private final UserId user;
    private final String type;
    private final Reach reach;

    ReachedRows(DSLContext dsl, UserId user, String type, Reach reach) {
        this.dsl = dsl;
        this.user = user;
        this.type = type;
        this.reach = reach;
    }

    List<String> after(String last, int most) {
        Select<Record1<String>> all = first(registered(), last, most).union(first(held(), last, most));
        for (Select<Record1<String>> named : reach.has(Scope.TENANT) ? named() : List.<Select<Record1<String>>>of()) {
            all = all.union(first(named, last, most));
        }
        return dsl.selectFrom(all.asTable()).orderBy(1).limit(most).fetch(0, String.class);
    }

    /** Of each part the first ones in order: the first ones of all are among them. */
    private static Select<Record1<String>> first(Select<Record1<String>> part, String last, int most) {
        Table<Record1<String>> ids = part.asTable("part", "id");
        Field<String> id = Objects.requireNonNull(ids.field("id", String.class)).collate(BYTES);
        return selectFrom(selectDistinct(id)
                .from(ids)
                .where(id.gt(last))
                .orderBy(id)
                .limit(most)
                .asTable());
    }

    private Select<Record1<String>> registered() {
        Condition scopes = noCondition();
        if (!reach.has(Scope.TENANT)) {
            scopes = reach.has(Scope.OWN) ? RESOURCES.OWNER_ID.eq(user.value()) : falseCondition();
            scopes = reach.has(Scope.TEAM) ? scopes.or(RESOURCES.TEAM_ID.eq(any(teams()))) : scopes;
        }
        return select(RESOURCES.ID)
                .from(RESOURCES)
                .where(RESOURCES.TYPE.eq(type))
                .and(scopes);
    }

    private Select<Record1<String>> held() {
        Field<String> id = field(name("id"), SQLDataType.VARCHAR);
        return select(id).from(unnest(reach.instances().toArray(String[]::new)).as("held", "id"));
    }

    private List<Select<Record1<String>>> named() {
        return Stream.of(ROLE_PERMISSIONS, TEAM_PERMISSIONS, USER_PERMISSIONS, ACCESS_GRANTS)
                .<Select<Record1<String>>>map(this::named)
                .toList();
    }

    private Select<Record1<String>> named(Table<?> table) {
        PermissionColumns columns = PermissionColumns.of(table);
        return select(columns.resourceId())
                .from(table)
                .where(columns.resourceType().eq(type));
    }

    /** Those of the user, with all below them: what belongs to one of them lies in the user's scope. */
    private UUID[] teams() {
        return Givers.withTeamsBelow(
                dsl,
                TEAMS.ID.in(
                        select(TEAM_MEMBERS.TEAM_ID).from(TEAM_MEMBERS).where(TEAM_MEMBERS.USER_ID.eq(user.value()))));
    }
}
