package io.neomt.command.store;

import static io.neomt.command.SomeTenancy.grant;
import static io.neomt.command.SomeTenancy.on;
import static io.neomt.command.store.World.TIME;
import static io.neomt.command.store.World.envelope;
import static io.neomt.command.store.World.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.command.expiry.Due;
import io.neomt.command.grant.GrantCommand.AssignRoles;
import io.neomt.command.grant.GrantCommand.GrantPermission;
import io.neomt.command.grant.GrantCommand.UnassignRoles;
import io.neomt.command.kernel.Actor;
import io.neomt.command.kernel.CommandEnvelope;
import io.neomt.command.kernel.Expire;
import io.neomt.command.kernel.Membership;
import io.neomt.command.kernel.Subject;
import io.neomt.command.role.RoleCommand.CreateRole;
import io.neomt.command.role.RoleCommand.SetRolePermissions;
import io.neomt.command.team.TeamCommand.AddMembers;
import io.neomt.command.team.TeamCommand.CreateTeam;
import io.neomt.command.team.TeamCommand.DeleteTeam;
import io.neomt.command.user.UserCommand.CreateUser;
import io.neomt.command.user.UserCommand.DeleteUser;
import io.neomt.event.GrantId;
import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.event.TenantId;
import io.neomt.permission.Terms;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExpiryTest {

    private static final Instant SOON = TIME.truncatedTo(ChronoUnit.MILLIS).plusSeconds(60);
    private static final Instant LATER = SOON.plusSeconds(60);

    private final World world = new World();
    private final PostgresDueList dues = new PostgresDueList(world.database());

    @AfterAll
    void end() {
        world.close();
    }

    private static Terms until(Instant end) {
        return Terms.of(null, end, null);
    }

    private List<Due> over(TenantId tenant, Instant now) {
        return dues.over(now, 1_000).stream()
                .filter(due -> due.tenant().equals(tenant))
                .toList();
    }

    private void expire(TenantId tenant, Subject subject, Instant now) {
        CommandEnvelope sample = envelope(tenant, new Actor.Internal("expiry"), new Expire(subject));
        world.accepted(new CommandEnvelope(
                sample.id(), tenant, sample.actor(), "c", "c", null, now, null, null, sample.command()));
    }

    @Test
    void whatWillBeOverIsListedWithTheFirstTimeOfEachSubjectAndGoesWhenItIsTakenAway() {
        TenantId tenant = world.tenant("list");
        CreateUser ann = user("ann");
        CreateRole lead = role("lead");
        CreateRole member = role("member");
        world.send(
                tenant,
                ann,
                lead,
                member,
                new AssignRoles(ann.userId(), Map.of(lead.roleId(), until(LATER), member.roleId(), until(SOON))));
        assertThat(over(tenant, SOON.minusMillis(1))).isEmpty();
        assertThat(over(tenant, SOON)).containsExactly(new Due(tenant, Subject.of(ann.userId()), SOON));

        world.send(tenant, new UnassignRoles(ann.userId(), Set.of(member.roleId())));
        assertThat(over(tenant, LATER)).containsExactly(new Due(tenant, Subject.of(ann.userId()), LATER));

        world.send(tenant, new DeleteUser(ann.userId()));
        assertThat(over(tenant, LATER)).isEmpty();
    }

    @Test
    void whatIsOverIsRecordedOnceAndWhatWasGivenAnewStays() {
        TenantId tenant = world.tenant("once");
        CreateUser ann = user("ann");
        CreateRole lead = role("lead");
        GrantId grant = new GrantId(World.id());
        world.send(
                tenant,
                ann,
                lead,
                new AssignRoles(ann.userId(), Map.of(lead.roleId(), until(SOON))),
                new GrantPermission(ann.userId(), grant, on(until(SOON), grant("a.b.own"))));
        // given anew with a later end, before the sweep that was on its way came
        world.send(tenant, new AssignRoles(ann.userId(), Map.of(lead.roleId(), until(LATER))));
        int before = world.types(tenant).size();

        expire(tenant, Subject.of(ann.userId()), SOON);
        expire(tenant, Subject.of(ann.userId()), SOON);

        assertThat(world.types(tenant).subList(before, world.types(tenant).size()))
                .containsExactly("neo.user.permission-revoked.v1");
        assertThat(over(tenant, LATER)).containsExactly(new Due(tenant, Subject.of(ann.userId()), LATER));
        expire(tenant, Subject.of(ann.userId()), LATER);
        assertThat(world.types(tenant).getLast()).isEqualTo("neo.user.role-unassigned.v1");
        assertThat(over(tenant, Instant.parse("9999-01-01T00:00:00Z"))).isEmpty();
    }

    @Test
    void rolesAndMembershipsEndToo() {
        TenantId tenant = world.tenant("others");
        CreateUser ann = user("ann");
        CreateRole lead = role("lead");
        TeamId team = new TeamId(World.id());
        world.send(
                tenant,
                ann,
                lead,
                new SetRolePermissions(lead.roleId(), List.of(on(until(SOON), grant("a.b.own")))),
                new CreateTeam(team, "db", "", null),
                new AddMembers(team, Map.of(ann.userId(), new Membership("member", until(SOON)))));
        assertThat(over(tenant, SOON))
                .extracting(Due::subject)
                .containsExactlyInAnyOrder(Subject.of(ann.userId()), Subject.of(lead.roleId()));
        world.send(tenant, new DeleteTeam(team, false));

        over(tenant, SOON).forEach(due -> expire(tenant, due.subject(), SOON));

        // a membership may end after its team
        assertThat(world.types(tenant))
                .contains("neo.role.permission-revoked.v1", "neo.team.member-removed.v1")
                .containsOnlyOnce("neo.team.deleted.v1");
        assertThat(over(tenant, LATER)).isEmpty();
    }

    @Test
    void oneProcessLeadsUntilItLetsGo() {
        assertThat(dues.lead("one", Duration.ofMinutes(1))).isTrue();
        assertThat(dues.lead("one", Duration.ofMinutes(1))).isTrue();
        assertThat(dues.lead("two", Duration.ofMinutes(1))).isFalse();
        dues.release("two");
        assertThat(dues.lead("two", Duration.ofMinutes(1))).isFalse();
        dues.release("one");
        assertThat(dues.lead("two", Duration.ofMinutes(1))).isTrue();
    }

    private static CreateRole role(String name) {
        return new CreateRole(new RoleId(World.id()), name, "", List.of(), Map.of(), null, false);
    }
}
