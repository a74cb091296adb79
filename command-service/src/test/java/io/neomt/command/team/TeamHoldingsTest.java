package io.neomt.command.team;

import static io.neomt.command.SomeTenancy.NOW;
import static io.neomt.command.SomeTenancy.UNTIL_NOW;
import static io.neomt.command.SomeTenancy.UNTIL_TOMORROW;
import static io.neomt.command.SomeTenancy.denial;
import static io.neomt.command.SomeTenancy.grant;
import static io.neomt.command.SomeTenancy.on;
import static io.neomt.command.SomeTenancy.unlimited;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.command.Answers;
import io.neomt.command.SomeTenancy;
import io.neomt.command.kernel.Decision;
import io.neomt.command.kernel.GivingRejection;
import io.neomt.command.kernel.InvalidFieldException;
import io.neomt.command.kernel.Membership;
import io.neomt.command.kernel.RejectionCode;
import io.neomt.command.team.TeamCommand.AddMembers;
import io.neomt.command.team.TeamCommand.AssignTeamRoles;
import io.neomt.command.team.TeamCommand.MergeTeam;
import io.neomt.command.team.TeamCommand.RemoveMembers;
import io.neomt.command.team.TeamCommand.SetTeamPermissions;
import io.neomt.command.team.TeamCommand.UnassignTeamRoles;
import io.neomt.event.Cause;
import io.neomt.event.Event;
import io.neomt.event.RoleId;
import io.neomt.event.TeamEvent;
import io.neomt.event.TeamEvent.TeamCreated;
import io.neomt.event.TeamEvent.TeamDeleted;
import io.neomt.event.TeamEvent.TeamMemberAdded;
import io.neomt.event.TeamEvent.TeamMemberRemoved;
import io.neomt.event.TeamEvent.TeamMoved;
import io.neomt.event.TeamEvent.TeamPermissionGranted;
import io.neomt.event.TeamEvent.TeamPermissionRevoked;
import io.neomt.event.TeamEvent.TeamRoleAssigned;
import io.neomt.event.TeamEvent.TeamRoleUnassigned;
import io.neomt.event.TeamId;
import io.neomt.event.UserId;
import io.neomt.permission.Terms;
import io.neomt.testkit.DeciderSpecification;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TeamHoldingsTest {

    private static final TeamId TEAM = new TeamId(Answers.id(1));
    private static final TeamId OTHER = new TeamId(Answers.id(2));
    private static final TeamId CHILD = new TeamId(Answers.id(3));
    private static final TeamId GRANDCHILD = new TeamId(Answers.id(4));
    private static final UserId ANN = new UserId(Answers.id(5));
    private static final UserId BOB = new UserId(Answers.id(6));
    private static final UserId NOBODY = new UserId(Answers.id(7));
    private static final RoleId LEAD = new RoleId(Answers.id(8));
    private static final RoleId MEMBER = new RoleId(Answers.id(9));
    private static final TeamCreated CREATED = new TeamCreated(TEAM, "db", "", null);
    private static final Membership PLAIN = new Membership("member", Terms.NONE);
    private static final Membership BRIEF = new Membership("guest", UNTIL_TOMORROW);

    private final SomeTenancy tenancy = new SomeTenancy()
            .role(LEAD, "lead")
            .role(MEMBER, "member")
            .team(TEAM, "db", null)
            .team(OTHER, "data", null)
            .user(ANN, Map.of(TEAM, PLAIN))
            .user(BOB, Map.of());
    private final DeciderSpecification<TeamState, TeamCommand, Event, RejectionCode> spec = new DeciderSpecification<>(
            new TeamState.Absent(),
            (state, command) -> Answers.of(TeamDecider.decide(state, command, tenancy, SomeTenancy.FREE)),
            (state, event) -> TeamChanges.evolve(state, (TeamEvent) event));

    @Test
    void membersAreAddedUnlessTheyAreMembersJustSo() {
        spec.given(CREATED)
                .when(new AddMembers(TEAM, Map.of(BOB, BRIEF)))
                .then(new TeamMemberAdded(TEAM, BOB, "guest", UNTIL_TOMORROW));
        spec.given(CREATED).when(new AddMembers(TEAM, Map.of(ANN, PLAIN))).thenNothing();
        spec.given(CREATED)
                .when(new AddMembers(TEAM, Map.of(ANN, new Membership("lead", Terms.NONE))))
                .then(new TeamMemberAdded(TEAM, ANN, "lead"));
    }

    @Test
    void nobodyWhoIsNotThereAndNothingThatIsOverMakesAMember() {
        spec.given(CREATED)
                .when(new AddMembers(TEAM, Map.of(NOBODY, PLAIN)))
                .thenRejected(GivingRejection.UNKNOWN_USER);
        spec.given(CREATED)
                .when(new AddMembers(TEAM, Map.of(BOB, new Membership("member", UNTIL_NOW))))
                .thenRejected(GivingRejection.INVALID_WINDOW);
        assertThatThrownBy(() -> new AddMembers(TEAM, Map.of())).isInstanceOf(InvalidFieldException.class);
        assertThatThrownBy(() -> new AddMembers(TEAM, Map.of(BOB, new Membership("Team Lead", Terms.NONE))))
                .isInstanceOf(InvalidFieldException.class);
    }

    @Test
    void onlyMembersAreRemoved() {
        spec.given(CREATED).when(new RemoveMembers(TEAM, Set.of(ANN))).then(new TeamMemberRemoved(TEAM, ANN));
        spec.given(CREATED).when(new RemoveMembers(TEAM, Set.of(BOB))).thenNothing();
        spec.given(CREATED).when(new RemoveMembers(TEAM, Set.of(NOBODY))).thenNothing();
    }

    @Test
    void rolesAreAssignedOnTermsAndUnassigned() {
        AssignTeamRoles command = new AssignTeamRoles(TEAM, Map.of(LEAD, UNTIL_TOMORROW));
        spec.given(CREATED).when(command).then(new TeamRoleAssigned(TEAM, LEAD, UNTIL_TOMORROW));
        spec.given(CREATED).when(command).thenAgainNothing(command);
        spec.given(CREATED)
                .when(new AssignTeamRoles(TEAM, unlimited(new RoleId(Answers.id(99)))))
                .thenRejected(GivingRejection.UNKNOWN_ROLE);
        spec.given(CREATED, new TeamRoleAssigned(TEAM, LEAD))
                .when(new UnassignTeamRoles(TEAM, Set.of(LEAD, MEMBER)))
                .then(new TeamRoleUnassigned(TEAM, LEAD));
    }

    @Test
    void theDifferenceOfPermissionsHappensAndWhatIsNewComesFirst() {
        spec.given(CREATED, new TeamPermissionGranted(TEAM, grant("a.read.own")))
                .when(new SetTeamPermissions(TEAM, List.of(denial("b.read.own"))))
                .then(
                        new TeamPermissionGranted(TEAM, denial("b.read.own")),
                        new TeamPermissionRevoked(TEAM, grant("a.read.own")));
    }

    @Test
    void whatIsOverIsRecorded() {
        TeamState state = new TeamState.Existing(
                TEAM,
                "db",
                "",
                null,
                Map.of(LEAD, UNTIL_NOW, MEMBER, UNTIL_TOMORROW),
                Set.of(on(UNTIL_NOW, grant("a.read.own")), grant("b.read.own")));
        assertThat(state.due()).contains(NOW);
        assertThat(TeamDecider.expire(state, NOW))
                .isEqualTo(Decision.accept(
                        new TeamPermissionRevoked(TEAM, on(UNTIL_NOW, grant("a.read.own")), Cause.EXPIRED),
                        new TeamRoleUnassigned(TEAM, LEAD, Cause.EXPIRED)));
    }

    @Test
    void aMergedTeamGivesEverythingToTheOther() {
        tenancy.team(CHILD, "backup", TEAM);
        spec.given(
                        CREATED,
                        new TeamRoleAssigned(TEAM, LEAD, UNTIL_TOMORROW),
                        new TeamPermissionGranted(TEAM, grant("a.read.own")))
                .when(new MergeTeam(TEAM, OTHER))
                .then(
                        new TeamMemberAdded(OTHER, ANN, "member"),
                        new TeamRoleAssigned(OTHER, LEAD, UNTIL_TOMORROW),
                        new TeamPermissionGranted(OTHER, grant("a.read.own")),
                        new TeamMoved(CHILD, OTHER),
                        new TeamDeleted(TEAM, OTHER));
    }

    @Test
    void whatBothTeamsHaveStaysAsItIsUnlessItIsUnlimitedInTheOneThatGoes() {
        tenancy.user(ANN, Map.of(TEAM, PLAIN, OTHER, BRIEF)).user(BOB, Map.of(TEAM, BRIEF, OTHER, PLAIN));
        tenancy.with(new SomeTenancy.Team(
                OTHER, "data", null, Map.of(LEAD, Terms.NONE, MEMBER, UNTIL_TOMORROW), Set.of(grant("a.read.own"))));
        spec.given(
                        CREATED,
                        new TeamRoleAssigned(TEAM, LEAD, UNTIL_TOMORROW),
                        new TeamRoleAssigned(TEAM, MEMBER),
                        new TeamPermissionGranted(TEAM, grant("a.read.own")))
                .when(new MergeTeam(TEAM, OTHER))
                .then(
                        new TeamMemberAdded(OTHER, ANN, "guest"),
                        new TeamRoleAssigned(OTHER, MEMBER),
                        new TeamDeleted(TEAM, OTHER));
    }

    @Test
    void aTeamGoesOverIntoOneDirectlyBelowItButNoDeeper() {
        tenancy.team(CHILD, "backup", TEAM).team(GRANDCHILD, "tape", CHILD);
        spec.given(CREATED)
                .when(new MergeTeam(TEAM, CHILD))
                .then(
                        new TeamMemberAdded(CHILD, ANN, "member"),
                        new TeamMoved(CHILD, null),
                        new TeamDeleted(TEAM, CHILD));
        spec.given(CREATED).when(new MergeTeam(TEAM, GRANDCHILD)).thenRejected(TeamRejection.TEAM_CYCLE);
        spec.given(CREATED).when(new MergeTeam(TEAM, TEAM)).thenRejected(TeamRejection.TEAM_CYCLE);
        spec.given(CREATED)
                .when(new MergeTeam(TEAM, new TeamId(Answers.id(99))))
                .thenRejected(GivingRejection.UNKNOWN_TEAM);
    }
}
