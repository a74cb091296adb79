package io.neomt.command.kernel;

import static io.neomt.command.SomeTenancy.NOW;
import static io.neomt.command.SomeTenancy.UNTIL_NOW;
import static io.neomt.command.SomeTenancy.UNTIL_TOMORROW;
import static io.neomt.command.SomeTenancy.denial;
import static io.neomt.command.SomeTenancy.grant;
import static io.neomt.command.SomeTenancy.on;
import static io.neomt.command.SomeTenancy.unlimited;
import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.command.Answers;
import io.neomt.command.SomeTenancy;
import io.neomt.event.GrantId;
import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.event.UserId;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionSet;
import io.neomt.permission.Terms;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuthorizationTest {

    private static final RoleId LEAD = new RoleId(Answers.id(1));
    private static final RoleId MEMBER = new RoleId(Answers.id(2));
    private static final UserId ANN = new UserId(Answers.id(3));
    private static final GrantId GRANT = new GrantId(Answers.id(4));
    private static final TeamId DB = new TeamId(Answers.id(5));
    private static final TeamId PLATFORM = new TeamId(Answers.id(6));
    private static final Terms IN_OFFICE = Terms.of(null, null, "context.office");
    private static final Permission WRITE = grant("users.write.tenant");

    private final SomeTenancy tenancy = new SomeTenancy();

    @Test
    void nobodyUnknownOrDeactivatedMayDoAnything() {
        assertThat(blocked(Optional.empty())).isEqualTo("user_unknown");
        assertThat(blocked(Optional.of(new SomeTenancy.User(ANN, false, Map.of(), Map.of(), Map.of()))))
                .isEqualTo("user_deactivated");
        assertThat(Authorization.refuseUser(Optional.of(holder(Map.of())), Needs.USERS))
                .isEmpty();
    }

    @Test
    void aUserWithoutThePermissionIsToldWhichOneIsMissing() {
        assertThat(refuse(holder(Map.of()))).hasValueSatisfying(rejection -> {
            assertThat(rejection.code()).isEqualTo(CommonRejection.FORBIDDEN);
            assertThat(rejection.details().get("permission")).isEqualTo("users.write.tenant");
            assertThat(rejection.details().get("reason")).isEqualTo("not_granted");
        });
    }

    @Test
    void anInheritedPermissionCountsEvenWhereRolesTurnInACircle() {
        role(LEAD, grant("posts.read.own"), unlimited(MEMBER));
        role(MEMBER, grant("users.*.tenant"), unlimited(LEAD));
        assertThat(refuse(holder(unlimited(LEAD)))).isEmpty();
    }

    @Test
    void aDeletedRoleCountsForNothingAndPassesNothingOn() {
        role(MEMBER, grant("users.*.tenant"), Map.of());
        assertThat(reason(holder(unlimited(LEAD)))).isEqualTo("not_granted");
    }

    @Test
    void aDenialBeatsEveryGrantWhereverItIs() {
        role(LEAD, grant("*.*.*"), unlimited(MEMBER));
        role(MEMBER, denial("users.write.*"), Map.of());
        assertThat(reason(holder(unlimited(LEAD)))).isEqualTo("denied");
    }

    @Test
    void whatIsOutsideItsWindowDoesNotExist() {
        role(LEAD, WRITE, Map.of());
        assertThat(refuse(holder(Map.of(LEAD, UNTIL_TOMORROW)))).isEmpty();
        assertThat(reason(holder(Map.of(LEAD, UNTIL_NOW)))).isEqualTo("not_granted");
        role(LEAD, on(UNTIL_NOW, WRITE), Map.of());
        assertThat(reason(holder(unlimited(LEAD)))).isEqualTo("not_granted");
    }

    @Test
    void theBetterOfTwoWaysToARoleCounts() {
        role(LEAD, grant("posts.read.own"), Map.of(MEMBER, IN_OFFICE));
        role(MEMBER, WRITE, Map.of());
        assertThat(reason(holder(unlimited(LEAD)))).isEqualTo("condition_undecidable");
        assertThat(refuse(holder(unlimited(LEAD, MEMBER)))).isEmpty();
        assertThat(refuse(holder(Map.of(LEAD, UNTIL_NOW, MEMBER, Terms.NONE)))).isEmpty();
    }

    @Test
    void aConditionMakesAGrantNotExistAndADenialExist() {
        role(LEAD, on(IN_OFFICE, WRITE), Map.of());
        assertThat(reason(holder(unlimited(LEAD)))).isEqualTo("condition_undecidable");
        role(LEAD, on(IN_OFFICE, denial("users.write.tenant")), Map.of());
        assertThat(reason(direct(WRITE, unlimited(LEAD)))).isEqualTo("condition_undecidable");
    }

    @Test
    void aTeamGivesWhatItAndThoseAboveItHold() {
        role(LEAD, WRITE, Map.of());
        tenancy.team(DB, "db", PLATFORM);
        tenancy.with(new SomeTenancy.Team(PLATFORM, "platform", null, unlimited(LEAD), Set.of()));
        assertThat(refuse(member(DB, Terms.NONE))).isEmpty();
        assertThat(reason(member(DB, UNTIL_NOW))).isEqualTo("not_granted");
        assertThat(reason(member(DB, IN_OFFICE))).isEqualTo("condition_undecidable");

        tenancy.with(new SomeTenancy.Team(DB, "db", PLATFORM, Map.of(), Set.of(denial("users.*.*"))));
        assertThat(reason(member(DB, Terms.NONE))).isEqualTo("denied");
    }

    @Test
    void aTeamThatWasDeletedGivesNothing() {
        assertThat(reason(member(DB, Terms.NONE))).isEqualTo("not_granted");
    }

    @Test
    void aGuestHoldsWhatTheAccessGrantsSayAndNothingElse() {
        PermissionSet held = Authorization.asGuest(Map.of(Answers.id(8), WRITE), tenancy, NOW);
        assertThat(Authorization.refuse(held, Needs.USERS, NOW)).isEmpty();
        assertThat(Authorization.refuse(held, Needs.ROLES, NOW)).isPresent();
        PermissionSet over = Authorization.asGuest(Map.of(Answers.id(8), on(UNTIL_NOW, WRITE)), tenancy, NOW);
        assertThat(Authorization.refuse(over, Needs.USERS, NOW)).isPresent();
    }

    private void role(RoleId id, Permission permission, Map<RoleId, Terms> parents) {
        tenancy.with(new SomeTenancy.Role(id, id.toString(), Set.of(permission), parents));
    }

    private static SomeTenancy.User holder(Map<RoleId, Terms> roles) {
        return new SomeTenancy.User(ANN, true, roles, Map.of(), Map.of());
    }

    private static SomeTenancy.User direct(Permission permission, Map<RoleId, Terms> roles) {
        return new SomeTenancy.User(ANN, true, roles, Map.of(GRANT, permission), Map.of());
    }

    private static SomeTenancy.User member(TeamId team, Terms terms) {
        return new SomeTenancy.User(ANN, true, Map.of(), Map.of(), Map.of(team, new Membership("member", terms)));
    }

    private Optional<Rejection> refuse(HolderFacts holder) {
        return Authorization.refuse(Authorization.atHome(holder, tenancy, NOW), Needs.USERS, NOW);
    }

    private String reason(HolderFacts holder) {
        return String.valueOf(refuse(holder).orElseThrow().details().get("reason"));
    }

    private static String blocked(Optional<HolderFacts> holder) {
        return String.valueOf(Authorization.refuseUser(holder, Needs.USERS)
                .orElseThrow()
                .details()
                .get("reason"));
    }
}
