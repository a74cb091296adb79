package io.neomt.query.store;

import static io.neomt.view.jooq.tenant.Tables.TEAMS;
import static io.neomt.view.jooq.tenant.Tables.TEAM_MEMBERS;

import io.neomt.query.lookup.Membership;
import io.neomt.query.lookup.Page;
import io.neomt.query.lookup.PageRange;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** The teams that a user is in. */
final class Memberships {

    private static final TermColumns TERMS = TermColumns.of(TEAM_MEMBERS);

    private Memberships() {}

    static Page<Membership> page(DSLContext dsl, UUID user, PageRange range) {
        long total = dsl.fetchCount(DSL.selectOne()
                .from(TEAM_MEMBERS)
                .join(TEAMS)
                .on(TEAMS.ID.eq(TEAM_MEMBERS.TEAM_ID))
                .where(of(user)));
        return new Page<>(
                dsl.select(TEAMS.ID, TEAMS.NAME, TEAMS.PARENT_ID)
                        .select(TEAM_MEMBERS.TEAM_ROLE, TEAM_MEMBERS.JOINED_AT)
                        .select(TERMS.validFrom(), TERMS.expiresAt(), TERMS.condition())
                        .from(TEAM_MEMBERS)
                        .join(TEAMS)
                        .on(TEAMS.ID.eq(TEAM_MEMBERS.TEAM_ID))
                        .where(of(user))
                        .orderBy(TEAMS.NAME, TEAMS.ID)
                        .limit(range.size())
                        .offset(range.offset())
                        .fetch(Memberships::membership),
                total);
    }

    private static Condition of(UUID user) {
        return TEAM_MEMBERS.USER_ID.eq(user).and(TEAMS.DELETED_AT.isNull());
    }

    private static Membership membership(Record row) {
        return new Membership(
                row.get(TEAMS.ID),
                row.get(TEAMS.NAME),
                row.get(TEAMS.PARENT_ID),
                row.get(TEAM_MEMBERS.TEAM_ROLE),
                row.get(TEAM_MEMBERS.JOINED_AT),
                TERMS.read(row));
    }
}
