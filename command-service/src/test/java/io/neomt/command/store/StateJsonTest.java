package io.neomt.command.store;

import static io.neomt.command.SomeTenancy.UNTIL_TOMORROW;
import static io.neomt.command.SomeTenancy.denial;
import static io.neomt.command.SomeTenancy.grant;
import static io.neomt.command.SomeTenancy.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.command.access.AccessState;
import io.neomt.command.catalogue.CatalogueState;
import io.neomt.command.grant.HolderState;
import io.neomt.command.kernel.Membership;
import io.neomt.command.kernel.Subject;
import io.neomt.command.model.Aggregate;
import io.neomt.command.model.Aggregate.OfAccess;
import io.neomt.command.model.Aggregate.OfCatalogue;
import io.neomt.command.model.Aggregate.OfResource;
import io.neomt.command.model.Aggregate.OfRole;
import io.neomt.command.model.Aggregate.OfTeam;
import io.neomt.command.model.Aggregate.OfTemplate;
import io.neomt.command.model.Aggregate.OfTenant;
import io.neomt.command.model.Aggregate.OfUser;
import io.neomt.command.resource.ResourceState;
import io.neomt.command.role.RoleState;
import io.neomt.command.team.TeamState;
import io.neomt.command.template.TemplateState;
import io.neomt.command.tenant.Life;
import io.neomt.command.tenant.TenantState;
import io.neomt.command.tenant.TenantStatus;
import io.neomt.command.user.UserState;
import io.neomt.event.AccessGrantId;
import io.neomt.event.DeploymentType;
import io.neomt.event.FirstAdmin;
import io.neomt.event.GrantId;
import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.event.TenantContact;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.Effect;
import io.neomt.permission.Instance;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionPattern;
import io.neomt.permission.ResourceAction;
import io.neomt.permission.Terms;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StateJsonTest {

    private static final UserId USER = UserId.of("0198c5a0-0000-7000-8000-000000000001");
    private static final RoleId ROLE = RoleId.of("0198c5a0-0000-7000-8000-000000000002");
    private static final RoleId PARENT = RoleId.of("0198c5a0-0000-7000-8000-000000000003");
    private static final GrantId GRANT = GrantId.of("0198c5a0-0000-7000-8000-000000000004");
    private static final TeamId TEAM = TeamId.of("0198c5a0-0000-7000-8000-000000000005");
    private static final AccessGrantId ACCESS = AccessGrantId.of("0198c5a0-0000-7000-8000-000000000006");
    private static final TenantId TENANT = TenantId.of("0198c5a0-0000-7000-8000-000000000007");
    private static final Instance DOC = new Instance("doc", "a/b c");
    private static final Permission LIMITED = new Permission(
            PermissionPattern.parse("docs.read.tenant"),
            Effect.DENY,
            DOC,
            new Terms(UNTIL_TOMORROW.window(), "context.office"));

    @Test
    void everyAggregateComesBackAsItWas() {
        assertComesBack(Subject.of(ROLE), role(Set.of(grant("a.b.own"), LIMITED), Map.of(PARENT, UNTIL_TOMORROW)));
        assertComesBack(Subject.of(ROLE), new OfRole(new RoleState.Deleted(ROLE)));
        assertComesBack(Subject.of(USER), user());
        assertComesBack(Subject.of(USER), new OfUser(new UserState.Deleted(USER, "sub"), new HolderState.Absent()));
        assertComesBack(Subject.of(USER), new OfUser(new UserState.Deleted(USER, null), new HolderState.Absent()));
        assertComesBack(
                Subject.of(TEAM),
                new OfTeam(new TeamState.Existing(
                        TEAM, "db", "", new TeamId(USER.value()), Map.of(ROLE, Terms.NONE), Set.of(LIMITED))));
        assertComesBack(Subject.of(TEAM), new OfTeam(new TeamState.Deleted(TEAM)));
        assertComesBack(
                Subject.catalogueOf(TENANT),
                new OfCatalogue(new CatalogueState(Map.of(
                        ResourceAction.parse("docs.read"), new CatalogueState.Definition("Read", "doc", 7),
                        ResourceAction.parse("docs.send"), new CatalogueState.Definition("", null, 7)))));
        assertComesBack(Subject.of(DOC), new OfResource(new ResourceState.Existing(DOC, USER, TEAM, "{\"a\":[1]}")));
        assertComesBack(Subject.of(DOC), new OfResource(new ResourceState.Absent()));
        assertComesBack(Subject.of(ACCESS), new OfAccess(new AccessState.Existing(ACCESS, TENANT, USER, LIMITED)));
        assertComesBack(Subject.of(ACCESS), new OfAccess(new AccessState.Revoked(ACCESS)));
        assertComesBack(
                Subject.ofTemplate("approver"),
                new OfTemplate(new TemplateState.Existing("approver", "", List.of(denial("a.b.own"), LIMITED))));
        assertComesBack(Subject.ofTemplate("approver"), new OfTemplate(new TemplateState.Absent()));
    }

    private static Aggregate role(Set<Permission> permissions, Map<RoleId, Terms> parents) {
        return new OfRole(new RoleState.Existing(ROLE, "lead", "", true, permissions, parents));
    }

    private static Aggregate user() {
        return new OfUser(
                new UserState.Existing(USER, "ann", null, "Ann", "ann", true),
                new HolderState.Existing(
                        USER,
                        true,
                        Map.of(ROLE, UNTIL_TOMORROW, PARENT, Terms.NONE),
                        Map.of(GRANT, on(UNTIL_TOMORROW, grant("a.b.own"))),
                        Map.of(TEAM, new Membership("lead", UNTIL_TOMORROW))));
    }

    @Test
    void whatWasWrittenBeforeThereWereLimitsIsUnlimited() {
        assertThat(StateJson.read(Subject.of(ROLE), """
                        {"name":"lead","description":"","permissions":["a.b.own"],
                         "parents":["0198c5a0-0000-7000-8000-000000000003"]}"""))
                .isEqualTo(new OfRole(new RoleState.Existing(
                        ROLE, "lead", "", false, Set.of(grant("a.b.own")), Map.of(PARENT, Terms.NONE))));
        assertThat(StateJson.read(Subject.of(USER), """
                        {"username":"ann","display_name":"Ann","external_id":"ann","active":true,
                         "roles":["0198c5a0-0000-7000-8000-000000000002"],
                         "grants":[{"id":"0198c5a0-0000-7000-8000-000000000004","permission":"a.b.own","effect":"DENY"}]}"""))
                .isEqualTo(new OfUser(
                        new UserState.Existing(USER, "ann", null, "Ann", "ann", true),
                        new HolderState.Existing(
                                USER, true, Map.of(ROLE, Terms.NONE), Map.of(GRANT, denial("a.b.own")), Map.of())));
    }

    @Test
    void tenantsFromBeforeThereWereCataloguesKeepTheirFreedom() {
        Aggregate tenant = StateJson.read(Subject.of(TENANT), """
                {"name":"A","slug":"a-b","region":"r","deployment_type":"SCHEMA","schema_name":"tenant_a_b"}""");
        assertThat(((TenantState.Existing) ((OfTenant) tenant).state()).freePermissionCodes())
                .isTrue();
        assertComesBack(Subject.of(TENANT), tenant);
    }

    @Test
    void tenantsFromBeforeThereWasAStatusAreActiveOnceTheirSchemaExisted() {
        String wish = "{\"name\":\"A\",\"slug\":\"a-b\",\"region\":\"r\",\"deployment_type\":\"SCHEMA\","
                + "\"schema_name\":\"tenant_a_b\"";
        assertThat(status(wish + "}")).isEqualTo(TenantStatus.REQUESTED);
        assertThat(status(wish + ",\"connection_name\":\"main\",\"template_version\":\"1\"}"))
                .isEqualTo(TenantStatus.ACTIVE);
    }

    private static TenantStatus status(String json) {
        OfTenant tenant = (OfTenant) StateJson.read(Subject.of(TENANT), json);
        return ((TenantState.Existing) tenant.state()).status();
    }

    @Test
    void everythingOfATenantComesBack() {
        Life life = new Life(
                TenantStatus.DELETED,
                new Life.Placement("main", "tenant_a_b"),
                new Life.Activation("main", "3"),
                new Life.Failure("schema", "disk full"),
                "unpaid",
                Instant.parse("2026-06-01T12:00:00.123Z"),
                true,
                List.of("schema tenant_a_b on main"));
        TenantState.Wish wish = new TenantState.Wish(
                "a-b", null, "r", DeploymentType.DEDICATED, "tenant_a_b", true, new FirstAdmin("ada", null, "Ada"));
        List<TenantContact> contacts = List.of(new TenantContact("billing", "Bob", "bob@example.org"));
        assertComesBack(
                Subject.of(TENANT), new OfTenant(new TenantState.Existing(TENANT, "A", contacts, wish, false, life)));
    }

    private static void assertComesBack(Subject subject, Aggregate aggregate) {
        assertThat(StateJson.read(Subject.parse(subject.toString()), StateJson.write(aggregate)))
                .isEqualTo(aggregate);
    }
}
