package io.neomt.projection.tenantschema;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.EventEnvelope;
import io.neomt.event.ResourceEvent.ResourceRegistered;
import io.neomt.event.ResourceEvent.ResourceRemoved;
import io.neomt.event.RoleEvent.RoleCreated;
import io.neomt.event.RoleEvent.RoleDeleted;
import io.neomt.event.TeamEvent.TeamMoved;
import io.neomt.event.TeamEvent.TeamUpdated;
import io.neomt.event.UserEvent.RoleAssigned;
import io.neomt.event.UserEvent.RoleUnassigned;
import io.neomt.event.UserEvent.UserCreated;
import io.neomt.event.UserEvent.UserDeactivated;
import io.neomt.event.UserEvent.UserDeleted;
import io.neomt.permission.Instance;
import io.neomt.projection.world.History;
import io.neomt.projection.world.Ids;
import io.neomt.projection.world.RandomHistory;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CoalescingTest {

    private static final UserCreated USER = new UserCreated(Ids.user(1), "ann", null, "Ann", "ext-1");
    private static final Instance DOC = new Instance("doc", "1");
    private static final RoleCreated ROLE = new RoleCreated(Ids.role(1), "lead", "");

    @Test
    void aUserCreatedAndDeactivatedInOneBatchIsOneRow() {
        Rows rows = rows(USER, new UserDeactivated(Ids.user(1)));

        assertThat(rows.userUpdates()).isEmpty();
        assertThat(rows.newUsers()).singleElement().satisfies(user -> {
            assertThat(user.status()).isEqualTo(UserStatus.DEACTIVATED);
            assertThat(user.last().version()).isEqualTo(2);
            assertThat(user.createdAt()).isBefore(user.last().at());
        });
    }

    @Test
    void aChangeOfRolesMovesTheUsersVersion() {
        Rows rows = rows(USER, ROLE, new RoleAssigned(Ids.user(1), Ids.role(1)));

        assertThat(rows.newUsers())
                .singleElement()
                .satisfies(user -> assertThat(user.last().version()).isEqualTo(3));
        assertThat(rows.newRoles())
                .singleElement()
                .satisfies(role -> assertThat(role.last().version()).isEqualTo(2));
    }

    @Test
    void ofAssigningAndUnassigningTheLastCounts() {
        RoleAssigned assigned = new RoleAssigned(Ids.user(1), Ids.role(1));
        RoleUnassigned unassigned = new RoleUnassigned(Ids.user(1), Ids.role(1));

        assertThat(rows(assigned, unassigned).put()).isEmpty();
        assertThat(rows(assigned, unassigned).removed()).hasSize(1);
        assertThat(rows(unassigned, assigned).put(Row.UserRole.class)).hasSize(1);
    }

    @Test
    void whatIsRemovedAndPutAgainKeepsNothingOfBefore() {
        ResourceRegistered registered = new ResourceRegistered(DOC, null, null, "{}");

        Rows rows = rows(registered, new ResourceRemoved(DOC), registered, registered);

        assertThat(rows.removed(RowKey.Resource.class)).hasSize(1);
        assertThat(rows.put(Row.Resource.class)).singleElement().satisfies(row -> {
            assertThat(row.createdAt()).isEqualTo(History.timeOf(3));
            assertThat(row.last()).isEqualTo(new Stamp(4, History.timeOf(4)));
        });
    }

    @Test
    void whoIsDeletedInTheBatchHasNothingAtItsEnd() {
        Rows rows = rows(USER, ROLE, new RoleAssigned(Ids.user(1), Ids.role(1)), new UserDeleted(Ids.user(1)));

        assertThat(rows.deletedUsers()).containsExactly(Ids.user(1));
    }

    @Test
    void aTeamMovedToTheTopIsToldFromOneThatWasNotMoved() {
        TeamUpdated renamed = new TeamUpdated(Ids.team(1), "db", "");

        assertThat(rows(renamed).teamUpdates()).singleElement().satisfies(team -> assertThat(team.moved())
                .isFalse());
        assertThat(rows(new TeamMoved(Ids.team(1), null), renamed).teamUpdates())
                .singleElement()
                .satisfies(team -> {
                    assertThat(team.moved()).isTrue();
                    assertThat(team.parent()).isNull();
                });
    }

    @Test
    void aDeletedRoleKeepsItsRow() {
        assertThat(rows(ROLE, new RoleDeleted(Ids.role(1))).newRoles())
                .singleElement()
                .satisfies(role -> assertThat(role.deletedAt()).isNotNull());
    }

    @Test
    void everyWayToCutAHistoryIntoBatchesMakesTheSameRows() {
        for (long seed = 1; seed <= 40; seed++) {
            History history = RandomHistory.of(Ids.tenant(seed), seed, 200);
            FoldedRows expected = new FoldedRows();
            history.events().forEach(event -> expected.apply(Coalescing.of(List.of(event))));
            for (int way = 0; way < 5; way++) {
                assertThat(cut(history.events(), new Random(seed * 100 + way)).all())
                        .as("seed %s, way %s", seed, way)
                        .isEqualTo(expected.all());
            }
        }
    }

    private static FoldedRows cut(List<EventEnvelope> events, Random random) {
        FoldedRows rows = new FoldedRows();
        int from = 0;
        while (from < events.size()) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(60));
            rows.apply(Coalescing.of(events.subList(from, to)));
            from = to;
        }
        return rows;
    }

    private static Rows rows(io.neomt.event.Event... events) {
        return Coalescing.of(History.of(Ids.tenant(1), events).events());
    }
}
