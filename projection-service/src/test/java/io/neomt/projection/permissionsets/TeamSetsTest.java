package io.neomt.projection.permissionsets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.event.Position;
import io.neomt.event.TeamId;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionPattern;
import io.neomt.permission.Terms;
import io.neomt.projection.world.Ids;
import io.neomt.view.cache.CachedPermission;
import io.neomt.view.cache.CachedTeam;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TeamSetsTest {

    private static final Position AT = new Position(4);
    private static final Permission GRANT = Permission.grant(PermissionPattern.parse("backups.run.tenant"));
    private static final Permission DENIAL = Permission.denial(PermissionPattern.parse("users.delete.own"));
    private static final Terms UNTIL = Terms.of(null, Instant.EPOCH, null);

    @Test
    void aTeamHasWhatItsAncestorsHaveWithThePathToThem() {
        TeamRow platform = team(1, "platform", null, List.of(new TeamRow.Role(Ids.role(1), UNTIL)), List.of(GRANT));
        TeamRow db = team(2, "db", Ids.team(1), List.of(new TeamRow.Role(Ids.role(2), Terms.NONE)), List.of(DENIAL));

        assertThat(set(db, platform))
                .isEqualTo(new CachedTeam(
                        AT,
                        false,
                        "db",
                        List.of(Ids.team(2), Ids.team(1)),
                        List.of(
                                new CachedTeam.RoleRef(Ids.role(2), List.of("db"), Terms.NONE),
                                new CachedTeam.RoleRef(Ids.role(1), List.of("db", "platform"), UNTIL)),
                        List.of(
                                new CachedPermission(DENIAL, List.of("db")),
                                new CachedPermission(GRANT, List.of("db", "platform")))));
    }

    @Test
    void aDeletedTeamGivesNothingAndNothingComesThroughIt() {
        TeamRow top = team(1, "top", null, List.of(), List.of(GRANT));
        TeamRow gone = new TeamRow(Ids.team(2), "gone", true, Ids.team(1), List.of(), List.of(DENIAL));
        TeamRow low = team(3, "low", Ids.team(2), List.of(), List.of());

        assertThat(set(gone, top)).isEqualTo(new CachedTeam(AT, true, "gone", List.of(), List.of(), List.of()));
        assertThat(set(low, gone, top).upwards()).containsExactly(Ids.team(3));
        assertThat(set(low, gone, top).permissions()).isEmpty();
    }

    @Test
    void teamsInACircleEnd() {
        TeamRow one = team(1, "one", Ids.team(2), List.of(), List.of());
        TeamRow two = team(2, "two", Ids.team(1), List.of(), List.of());

        assertThat(set(one, two).upwards()).containsExactly(Ids.team(1), Ids.team(2));
    }

    @Test
    void aMissingTeamAboveIsAnError() {
        assertThatThrownBy(() -> set(team(2, "db", Ids.team(1), List.of(), List.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static CachedTeam set(TeamRow wanted, TeamRow... above) {
        List<TeamRow> all = new java.util.ArrayList<>(List.of(above));
        all.add(wanted);
        return new TeamSets(all).set(wanted, AT);
    }

    private static TeamRow team(
            long number, String name, @Nullable TeamId parent, List<TeamRow.Role> roles, List<Permission> permissions) {
        return new TeamRow(Ids.team(number), name, false, parent, roles, permissions);
    }
}
