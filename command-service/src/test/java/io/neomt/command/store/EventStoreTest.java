package io.neomt.command.store;

import static io.neomt.command.SomeTenancy.grant;
import static io.neomt.command.kernel.CommonRejection.FORBIDDEN;
import static io.neomt.command.kernel.CommonRejection.NAME_TAKEN;
import static io.neomt.command.kernel.CommonRejection.SLUG_TAKEN;
import static io.neomt.command.kernel.CommonRejection.TENANT_FORBIDDEN;
import static io.neomt.command.kernel.CommonRejection.TENANT_NOT_ACTIVE;
import static io.neomt.command.kernel.CommonRejection.TENANT_NOT_FOUND;
import static io.neomt.command.kernel.CommonRejection.VERSION_MISMATCH;
import static io.neomt.command.store.World.ADMIN;
import static io.neomt.command.store.World.accepted;
import static io.neomt.command.store.World.code;
import static io.neomt.command.store.World.envelope;
import static io.neomt.command.store.World.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.command.grant.GrantCommand.AssignRoles;
import io.neomt.command.grant.GrantCommand.UnassignRoles;
import io.neomt.command.kernel.Actor;
import io.neomt.command.model.Outcome;
import io.neomt.command.model.Outcome.Accepted;
import io.neomt.command.model.Outcome.Refused;
import io.neomt.command.role.RoleCommand.CreateRole;
import io.neomt.command.role.RoleCommand.DeleteRole;
import io.neomt.command.role.RoleCommand.SetRolePermissions;
import io.neomt.command.role.RoleCommand.UpdateRole;
import io.neomt.command.user.UserCommand.CreateUser;
import io.neomt.command.user.UserCommand.DeactivateUser;
import io.neomt.event.RoleId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventStoreTest {

    private World world = new World();

    @BeforeAll
    void begin() {
        assertThat(world.types(TenantId.PLATFORM))
                .startsWith("neo.tenant.requested.v1", "neo.role.created.v1", "neo.role.permission-granted.v1");
    }

    @AfterAll
    void end() {
        world.close();
    }

    @Test
    void positionsAreDenseAndBeginWithOne() {
        TenantId tenant = world.tenant("dense");
        world.send(tenant, user("a"), user("b"));
        world.send(tenant, user("c"));

        assertThat(world.positions(tenant)).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void aRefusedCommandOfAGroupLeavesNothingAndTheOthersAreCommitted() {
        TenantId tenant = world.tenant("refused");

        List<Outcome> outcomes = world.send(tenant, user("a"), user("a"), user("b"));

        assertThat(outcomes.get(0)).isInstanceOf(Accepted.class);
        assertThat(code(outcomes.get(1))).isEqualTo(NAME_TAKEN);
        assertThat(accepted(outcomes.get(2)).position().value()).isEqualTo(4);
        assertThat(world.positions(tenant)).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void anExceptionTakesBackThePositionsOfTheGroupAndEachCommandIsTriedAlone() {
        TenantId tenant = world.tenant("exception");
        int[] calls = new int[1];
        EventStore failing = world.store(
                () -> {
                    if (++calls[0] == 2) {
                        throw new IllegalStateException("no more ids");
                    }
                    return World.id();
                },
                (any, due) -> {});

        List<Outcome> outcomes = failing.execute(
                tenant,
                List.of(
                        envelope(tenant, ADMIN, user("a")),
                        envelope(tenant, ADMIN, user("b")),
                        envelope(tenant, ADMIN, user("c"))));

        assertThat(outcomes).allMatch(Accepted.class::isInstance);
        assertThat(world.positions(tenant)).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void aCommandThatAlwaysFailsFailsAlone() {
        TenantId tenant = world.tenant("always");
        CreateUser poison = user("poison");
        EventStore failing = world.store(
                () -> {
                    throw new IllegalStateException("no ids");
                },
                (any, due) -> {});

        assertThat(failing.execute(tenant, List.of(envelope(tenant, ADMIN, poison))))
                .containsExactly(new Outcome.Failed());
        assertThat(world.send(tenant, poison)).allMatch(Accepted.class::isInstance);
        world.assertDense(tenant);
    }

    @Test
    void whatChangesNothingAppendsNothingAndAnswersWithTheCurrentPosition() {
        TenantId tenant = world.tenant("nothing");
        CreateUser ann = user("ann");
        world.send(tenant, ann, new DeactivateUser(ann.userId()), user("bob"));

        Accepted again =
                accepted(world.send(tenant, new DeactivateUser(ann.userId())).getFirst());

        assertThat(again.changed()).isFalse();
        assertThat(again.position().value()).isEqualTo(5);
        assertThat(again.version()).isEqualTo(4);
        assertThat(world.positions(tenant)).hasSize(5);
    }

    @Test
    void namesAreTakenWhateverTheCaseOfTheirLetters() {
        TenantId tenant = world.tenant("letters");
        world.send(tenant, user("Foo"));

        Outcome outcome = world.send(tenant, new CreateUser(new UserId(World.id()), "foo", null, "Foo", "another"))
                .getFirst();

        assertThat(outcome).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.rejection().code()).isEqualTo(NAME_TAKEN);
            assertThat(String.valueOf(refused.rejection().details().get("field")))
                    .isEqualTo("username");
        });
    }

    @Test
    void twoTenantsMayHaveTheSameUserNamesButNotTheSameSlug() {
        TenantId one = world.tenant("same-a");
        TenantId two = world.tenant("same-b");
        assertThat(world.send(one, user("ann"))).allMatch(Accepted.class::isInstance);
        assertThat(world.send(two, user("ann"))).allMatch(Accepted.class::isInstance);

        assertThat(code(world.one(world.request(new TenantId(World.id()), "same-a"))))
                .isEqualTo(SLUG_TAKEN);
    }

    @Test
    void aNamePassesFromOneRoleToAnotherWithinAGroup() {
        TenantId tenant = world.tenant("passing");
        CreateRole old = role("lead");
        CreateRole young = role("lead");
        CreateRole third = role("third");
        world.send(tenant, old);

        List<Outcome> outcomes = world.send(
                tenant,
                young,
                new DeleteRole(old.roleId()),
                young,
                third,
                new UpdateRole(third.roleId(), "fourth", ""),
                role("third"));

        assertThat(code(outcomes.getFirst())).isEqualTo(NAME_TAKEN);
        assertThat(outcomes.subList(1, 6)).allMatch(Accepted.class::isInstance);
        assertThat(code(world.send(tenant, role("fourth")).getFirst())).isEqualTo(NAME_TAKEN);
        assertThat(code(world.send(tenant, role("third")).getFirst())).isEqualTo(NAME_TAKEN);
        assertThat(code(world.send(tenant, role("lead")).getFirst())).isEqualTo(NAME_TAKEN);
    }

    @Test
    void aNameThatIsTakenOnlyForAMomentIsStillRefusedWhereAnotherHoldsIt() {
        TenantId tenant = world.tenant("moment");
        world.send(tenant, role("held"));
        CreateRole brief = role("held");

        List<Outcome> outcomes = world.send(tenant, brief, new UpdateRole(brief.roleId(), "free", ""));

        assertThat(code(outcomes.getFirst())).isEqualTo(NAME_TAKEN);
        assertThat(outcomes.get(1)).isInstanceOf(Refused.class);
        assertThat(code(world.send(tenant, role("held")).getFirst())).isEqualTo(NAME_TAKEN);
    }

    @Test
    void aStaleVersionIsRefusedAndTheCurrentOneTaken() {
        TenantId tenant = world.tenant("versions");
        CreateRole lead = role("lead");
        long version = accepted(world.send(tenant, lead).getFirst()).version();
        SetRolePermissions change = new SetRolePermissions(lead.roleId(), List.of(grant("a.read.own")));

        Accepted changed = world.accepted(envelope(tenant, ADMIN, change, null, version));

        assertThat(changed.version()).isGreaterThan(version);
        assertThat(code(world.one(envelope(tenant, ADMIN, new UpdateRole(lead.roleId(), "head", ""), null, version))))
                .isEqualTo(VERSION_MISMATCH);
    }

    @Test
    void aTenantIsClosedUntilItIsActive() {
        TenantId tenant = new TenantId(World.id());
        assertThat(code(world.send(tenant, user("a")).getFirst())).isEqualTo(TENANT_NOT_FOUND);

        world.accepted(world.request(tenant, "closed"));

        assertThat(code(world.send(tenant, user("a")).getFirst())).isEqualTo(TENANT_NOT_ACTIVE);
    }

    @Test
    void whoIsRevokedInAGroupIsRefusedInTheSameGroup() {
        TenantId tenant = world.tenant("revoked");
        CreateUser boss = user("boss");
        CreateUser deputy = user("deputy");
        CreateRole admin =
                new CreateRole(new RoleId(World.id()), "admin", "", List.of(grant("*.*.*")), Map.of(), null, false);
        world.send(
                tenant,
                boss,
                deputy,
                admin,
                new AssignRoles(boss.userId(), Set.of(admin.roleId())),
                new AssignRoles(deputy.userId(), Set.of(admin.roleId())));
        Actor asBoss = new Actor.User(tenant, "boss");
        Actor asDeputy = new Actor.User(tenant, "deputy");

        List<Outcome> outcomes = world.store()
                .execute(
                        tenant,
                        List.of(
                                envelope(tenant, asDeputy, user("before")),
                                envelope(tenant, asBoss, new UnassignRoles(deputy.userId(), Set.of(admin.roleId()))),
                                envelope(tenant, asDeputy, user("after"))));

        assertThat(outcomes.subList(0, 2)).allMatch(Accepted.class::isInstance);
        assertThat(code(outcomes.get(2))).isEqualTo(FORBIDDEN);
    }

    @Test
    void aRevokedPlatformUserIsRefusedInEveryTenantAtOnce() {
        TenantId tenant = world.tenant("platform-user");
        CreateUser operator = user("operator");
        RoleId systemAdmin = new RoleId(World.id());
        Actor.Internal internal = new Actor.Internal("test");
        world.store()
                .execute(
                        TenantId.PLATFORM,
                        List.of(
                                envelope(TenantId.PLATFORM, internal, operator),
                                envelope(
                                        TenantId.PLATFORM,
                                        internal,
                                        new CreateRole(
                                                systemAdmin,
                                                "operators",
                                                "",
                                                List.of(grant("users.*.*")),
                                                Map.of(),
                                                null,
                                                false)),
                                envelope(
                                        TenantId.PLATFORM,
                                        internal,
                                        new AssignRoles(operator.userId(), Set.of(systemAdmin)))));
        Actor asOperator = new Actor.User(TenantId.PLATFORM, "operator");
        world.accepted(envelope(tenant, asOperator, user("a")));

        EventStore elsewhere = world.store(World::id, (any, due) -> {});
        elsewhere.execute(
                TenantId.PLATFORM,
                List.of(envelope(TenantId.PLATFORM, internal, new DeactivateUser(operator.userId()))));

        assertThat(code(world.one(envelope(tenant, asOperator, user("b"))))).isEqualTo(FORBIDDEN);
    }

    @Test
    void usersOfATenantActInNoOther() {
        TenantId one = world.tenant("here");
        TenantId two = world.tenant("there");
        world.send(one, user("ann"));

        Actor ann = new Actor.User(one, "ann");
        assertThat(code(world.one(envelope(two, ann, user("x"))))).isEqualTo(TENANT_FORBIDDEN);
        assertThat(code(world.one(envelope(TenantId.PLATFORM, ann, user("x"))))).isEqualTo(TENANT_FORBIDDEN);
        assertThat(code(world.one(envelope(one, ann, user("x"))))).isEqualTo(FORBIDDEN);
    }

    @Test
    void anotherStoreReadsTheStatesThatThisOneWrote() {
        TenantId tenant = world.tenant("states");
        CreateRole lead = role("lead");
        CreateUser ann = user("ann");
        world.send(tenant, lead, ann, new AssignRoles(ann.userId(), Set.of(lead.roleId())));

        Accepted again = accepted(world.store(World::id, (any, due) -> {})
                .execute(tenant, List.of(envelope(tenant, ADMIN, new AssignRoles(ann.userId(), Set.of(lead.roleId())))))
                .getFirst());

        assertThat(again.changed()).isFalse();
        assertThat(again.data().get("role_ids")).isEqualTo(List.of(lead.roleId().toString()));
    }

    private static CreateRole role(String name) {
        return new CreateRole(
                new RoleId(World.id()), name, "", List.of(grant("posts.read.own")), Map.of(), null, false);
    }
}
