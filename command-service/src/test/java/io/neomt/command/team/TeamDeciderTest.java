package io.neomt.command.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.command.Answers;
import io.neomt.command.SomeTenancy;
import io.neomt.command.kernel.Decision;
import io.neomt.command.kernel.GivingRejection;
import io.neomt.command.kernel.RejectionCode;
import io.neomt.command.team.TeamCommand.CreateTeam;
import io.neomt.command.team.TeamCommand.DeleteTeam;
import io.neomt.command.team.TeamCommand.MoveTeam;
import io.neomt.command.team.TeamCommand.SetTeamPermissions;
import io.neomt.command.team.TeamCommand.UpdateTeam;
import io.neomt.event.Event;
import io.neomt.event.TeamEvent;
import io.neomt.event.TeamEvent.TeamCreated;
import io.neomt.event.TeamEvent.TeamDeleted;
import io.neomt.event.TeamEvent.TeamMoved;
import io.neomt.event.TeamEvent.TeamUpdated;
import io.neomt.event.TeamId;
import io.neomt.testkit.DeciderSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeamDeciderTest {

    private static final TeamId TEAM = team(1);
    private static final TeamId ABOVE = team(2);
    private static final TeamId BELOW = team(3);
    private static final TeamId LOWER = team(4);
    private static final TeamId NOWHERE = team(9);
    private static final TeamCreated CREATED = new TeamCreated(TEAM, "db", "Keeps data", ABOVE);

    private final SomeTenancy tenancy = new SomeTenancy()
            .team(ABOVE, "platform", null)
            .team(TEAM, "db", ABOVE)
            .team(BELOW, "backup", TEAM)
            .team(LOWER, "tape", BELOW);
    private final DeciderSpecification<TeamState, TeamCommand, Event, RejectionCode> spec = new DeciderSpecification<>(
            new TeamState.Absent(),
            (state, command) -> Answers.of(TeamDecider.decide(state, command, tenancy, SomeTenancy.FREE)),
            (state, event) -> TeamChanges.evolve(state, (TeamEvent) event));

    @Test
    void aTeamIsCreatedBelowAnother() {
        spec.given().when(new CreateTeam(TEAM, "db", "Keeps data", ABOVE)).then(CREATED);
        spec.given().when(new CreateTeam(TEAM, "db", "", NOWHERE)).thenRejected(GivingRejection.UNKNOWN_TEAM);
    }

    @Test
    void anIdIsUsedOnceEvenAfterDeletion() {
        CreateTeam again = new CreateTeam(TEAM, "db", "", null);
        spec.given(CREATED).when(again).thenRejected(TeamRejection.TEAM_EXISTS);
        spec.given(CREATED, new TeamDeleted(TEAM)).when(again).thenRejected(TeamRejection.TEAM_EXISTS);
    }

    @Test
    void aTeamIsRenamedUnlessNothingChanges() {
        spec.given(CREATED).when(new UpdateTeam(TEAM, "data", "")).then(new TeamUpdated(TEAM, "data", ""));
        spec.given(CREATED).when(new UpdateTeam(TEAM, "db", "Keeps data")).thenNothing();
    }

    @Test
    void aTeamIsMovedUnlessItStandsThere() {
        spec.given(CREATED).when(new MoveTeam(TEAM, null)).then(new TeamMoved(TEAM, null));
        spec.given(CREATED).when(new MoveTeam(TEAM, ABOVE)).thenNothing();
        spec.given(CREATED).when(new MoveTeam(TEAM, NOWHERE)).thenRejected(GivingRejection.UNKNOWN_TEAM);
    }

    @Test
    void aTeamIsNotMovedBelowItselfOrADescendant() {
        spec.given(CREATED).when(new MoveTeam(TEAM, TEAM)).thenRejected(TeamRejection.TEAM_CYCLE);
        Decision decision = TeamDecider.decide(
                TeamChanges.evolve(new TeamState.Absent(), CREATED),
                new MoveTeam(TEAM, LOWER),
                tenancy,
                SomeTenancy.FREE);
        assertThat(decision).isInstanceOfSatisfying(Decision.Rejected.class, rejected -> {
            assertThat(rejected.rejection().code()).isEqualTo(TeamRejection.TEAM_CYCLE);
            assertThat(rejected.rejection().details().get("path")).isEqualTo(List.of("db", "tape", "backup", "db"));
        });
    }

    @Test
    void aTeamWithTeamsBelowIsDeletedOnlyIfTheyMoveUp() {
        spec.given(CREATED).when(new DeleteTeam(TEAM, false)).thenRejected(TeamRejection.TEAM_HAS_CHILDREN);
        spec.given(CREATED).when(new DeleteTeam(TEAM, true)).then(new TeamMoved(BELOW, ABOVE), new TeamDeleted(TEAM));
        spec.given(new TeamCreated(LOWER, "tape", "", BELOW))
                .when(new DeleteTeam(LOWER, false))
                .then(new TeamDeleted(LOWER));
    }

    @Test
    void aDeletedTeamIsGoneAndGivesItsNameUp() {
        TeamDeleted deleted = new TeamDeleted(TEAM);
        spec.given(CREATED, deleted).when(new DeleteTeam(TEAM, false)).thenNothing();
        List<TeamCommand> commands = List.of(
                new UpdateTeam(TEAM, "db", ""), new MoveTeam(TEAM, null), new SetTeamPermissions(TEAM, List.of()));
        commands.forEach(command -> {
            spec.given(CREATED, deleted).when(command).thenRejected(TeamRejection.TEAM_NOT_FOUND);
            spec.given().when(command).thenRejected(TeamRejection.TEAM_NOT_FOUND);
        });
        TeamState state = TeamChanges.evolve(new TeamState.Absent(), CREATED);
        assertThat(state.names()).hasSize(1);
        assertThat(TeamChanges.evolve(state, deleted).names()).isEmpty();
    }

    private static TeamId team(int number) {
        return new TeamId(Answers.id(number));
    }
}
