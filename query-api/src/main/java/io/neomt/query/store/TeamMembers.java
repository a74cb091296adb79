package io.neomt.query.store;

import static io.neomt.view.jooq.tenant.Tables.TEAM_MEMBERS;
import static io.neomt.view.jooq.tenant.Tables.USERS;

import io.neomt.query.lookup.Page;
import io.neomt.query.lookup.PageRange;
import io.neomt.query.lookup.TeamMember;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Who belongs to a team. */
final class TeamMembers {

    private static final TermColumns TERMS = TermColumns.of(TEAM_MEMBERS);

    private TeamMembers() {}

    static long count(DSLContext dsl, UUID team) {
        return dsl.fetchCount(DSL.selectOne()
                .from(TEAM_MEMBERS)
                .join(USERS)
                .on(USERS.ID.eq(TEAM_MEMBERS.USER_ID))
                .where(of(team)));
    }

    static Page<TeamMember> page(DSLContext dsl, UUID team, PageRange range) {
        long total = count(dsl, team);
        return new Page<>(
                dsl.select(USERS.ID, USERS.USERNAME, USERS.DISPLAY_NAME, USERS.STATUS)
                        .select(TEAM_MEMBERS.TEAM_ROLE, TEAM_MEMBERS.JOINED_AT)
                        .select(TERMS.validFrom(), TERMS.expiresAt(), TERMS.condition())
                        .from(TEAM_MEMBERS)
                        .join(USERS)
                        .on(USERS.ID.eq(TEAM_MEMBERS.USER_ID))
                        .where(of(team))
                        .orderBy(USERS.USERNAME, USERS.ID)
                        .limit(range.size())
                        .offset(range.offset())
                        .fetch(TeamMembers::member),
                total);
    }

    private static Condition of(UUID team) {
        return TEAM_MEMBERS.TEAM_ID.eq(team).and(SqlUsers.NOT_DELETED);
    }

    private static TeamMember member(Record row) {
        return new TeamMember(
                row.get(USERS.ID),
                row.get(USERS.USERNAME),
                row.get(USERS.DISPLAY_NAME),
                row.get(USERS.STATUS),
                row.get(TEAM_MEMBERS.TEAM_ROLE),
                row.get(TEAM_MEMBERS.JOINED_AT),
                TERMS.read(row));
    }
}
