package io.neomt.command.web;

import static io.neomt.view.jooq.admin.eventstore.Tables.EVENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.command.web.Api.Answer;
import io.neomt.commons.consistency.ConsistencyToken;
import io.neomt.commons.consistency.ConsistencyTokens;
import io.neomt.deploy.embedded.issuer.TokenSpec;
import io.neomt.deploy.embedded.issuer.TokenSpec.Signature;
import io.neomt.testkit.backends.Backends;
import io.neomt.view.jooq.admin.eventstore.tables.records.EventRecord;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WritesTest {

    private final Api api = new Api();

    @BeforeAll
    void begin() {
        activeTenant("acme");
    }

    @AfterAll
    void end() {
        api.close();
    }

    private String activeTenant(String slug) {
        Answer requested = post(
                "/api/v1/admin/tenants",
                "{'name':'%s','slug':'%s','settings':{'free_permission_codes':true}}".formatted(slug, slug));
        assertThat(requested.status()).isEqualTo(202);
        Answer activated = post(
                "/api/v1/admin/tenants/" + requested.text("id") + "/provisioning",
                "{'active':{'connection_name':'neo-shared-us-primary','template_version':'1'}}");
        assertThat(activated.status()).isEqualTo(202);
        return requested.text("id");
    }

    private Answer post(String path, String body) {
        return api.post(path, body.replace('\'', '"')).send();
    }

    private Answer put(String path, String body) {
        return api.put(path, body.replace('\'', '"')).send();
    }

    @Test
    void anOrganizationIsCreatedAndItsTenantRequested() {
        Answer organization = post("/api/v1/admin/organizations", "{'name':'Acme Corp','slug':'acme-corp'}");
        assertThat(organization.status()).isEqualTo(409);

        String platform = "00000000-0000-7000-8000-000000000001";
        assertThat(post(
                                "/api/v1/admin/tenants/" + platform + "/provisioning",
                                "{'active':{'connection_name':'neo-shared-us-primary','template_version':'1'}}")
                        .status())
                .isEqualTo(202);
        Answer created = post("/api/v1/admin/organizations", "{'name':'Acme Corp','slug':'acme-corp'}");
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo("/api/v1/admin/organizations/" + created.text("id"));

        Answer tenant = post(
                "/api/v1/admin/tenants",
                "{'name':'West','slug':'acme-west','organization_id':'%s','deployment_type':'schema','create_keycloak_realm':false}"
                        .formatted(created.text("id")));
        assertThat(tenant.status()).isEqualTo(202);
        assertThat(tenant.text("status")).isEqualTo("requested");
        assertThat(tenant.text("schema_name")).isEqualTo("tenant_acme_west");
    }

    @Test
    void whatIsCreatedIsAnsweredWithVersionPlaceAndToken() {
        Answer user = post("/api/v1/tenants/acme/users", "{'username':'ann','email':'ann@example.org'}");

        assertThat(user.status()).isEqualTo(201);
        assertThat(user.text("external_id")).isEqualTo("ann");
        assertThat(user.text("display_name")).isEqualTo("ann");
        assertThat(user.header("Location")).isEqualTo("/api/v1/tenants/acme/users/" + user.text("id"));
        assertThat(user.header("ETag")).isEqualTo("\"" + user.text("version") + "\"");
        ConsistencyToken token = new ConsistencyTokens(
                        Base64.getDecoder().decode(Backends.shared().addresses().consistencySecret()))
                .verify(user.header("Consistency-Token"));
        assertThat(token.position().value()).isEqualTo(Long.parseLong(user.text("version")));
        assertThat(user.json().required("meta").required("request_id").asString())
                .isNotEmpty();
    }

    @Test
    void whyAndByWhichRequestIsKeptWithTheEvents() {
        Answer user = api.post("/api/v1/tenants/acme/users", "{\"username\":\"why\"}")
                .header("X-Reason", " as asked for in ticket 7")
                .header("X-Request-ID", "request-7")
                .send();

        EventRecord event = api.database().read(dsl -> dsl.selectFrom(EVENT)
                .where(EVENT.SUBJECT.eq("user/" + user.text("id")))
                .fetchSingle());
        assertThat(event.getReason()).isEqualTo("as asked for in ticket 7");
        assertThat(event.getRequestId()).isEqualTo("request-7");
    }

    @Test
    void aUserIsDeactivatedAndReactivatedAndAgainIsNothingNew() {
        String user = "/api/v1/tenants/acme/users/" + newUser("dee");
        assertThat(api.post(user + "/deactivate", null).send().status()).isEqualTo(202);
        Answer again = api.post(user + "/deactivate", null).send();
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("status")).isEqualTo("deactivated");
        assertThat(again.header("Consistency-Token")).isNotEmpty();
        assertThat(api.post(user + "/reactivate", null).send().text("status")).isEqualTo("active");
    }

    @Test
    void rolesAreMadeChangedAssignedAndDeleted() {
        Answer member =
                post("/api/v1/tenants/acme/roles", "{'name':'member','permissions':['posts.read.team','posts.*.own']}");
        assertThat(member.status()).isEqualTo(201);
        Answer lead = post(
                "/api/v1/tenants/acme/roles",
                "{'name':'lead','description':'Leads','parents':['%s']}".formatted(member.text("id")));
        String leadPath = "/api/v1/tenants/acme/roles/" + lead.text("id");

        assertThat(put(leadPath, "{'name':'head','description':'Leads'}").text("name"))
                .isEqualTo("head");
        assertThat(put(leadPath + "/permissions", "{'permissions':['users.read.tenant']}")
                        .data()
                        .required("permissions")
                        .get(0)
                        .asString())
                .isEqualTo("users.read.tenant");
        assertThat(put(leadPath + "/parents", "{'parents':[]}").data().required("parents"))
                .isEmpty();

        String roles = "/api/v1/tenants/acme/users/" + newUser("rob") + "/roles";
        String both = "{'role_ids':['%s','%s']}".formatted(lead.text("id"), member.text("id"));
        assertThat(post(roles, both).data().required("role_ids")).hasSize(2);
        assertThat(post(roles, both).status()).isEqualTo(200);
        assertThat(post(roles, "{'role_id':'%s'}".formatted(lead.text("id"))).status())
                .isEqualTo(200);
        assertThat(api.delete(leadPath).send().status()).isEqualTo(202);
        assertThat(api.delete(leadPath).send().status()).isEqualTo(200);
    }

    @Test
    void rolesAreUnassignedByABodyOfDelete() {
        Answer role = post("/api/v1/tenants/acme/roles", "{'name':'brief'}");
        String roles = "/api/v1/tenants/acme/users/" + newUser("uma") + "/roles";
        String body = "{\"role_id\":\"" + role.text("id") + "\"}";
        assertThat(api.post(roles, body).send().status()).isEqualTo(202);

        Answer unassigned = api.deleteWith(roles, body).send();

        assertThat(unassigned.status()).isEqualTo(202);
        assertThat(unassigned.data().required("role_ids")).isEmpty();
    }

    @Test
    void aPermissionIsGrantedOnceAndRevoked() {
        String permissions = "/api/v1/tenants/acme/users/" + newUser("gus") + "/permissions";
        Answer granted = post(permissions, "{'permission':'reports.*.tenant','effect':'deny'}");
        assertThat(granted.status()).isEqualTo(201);
        assertThat(granted.header("Location")).isEqualTo(permissions + "/" + granted.text("id"));
        Answer again = post(permissions, "{'permission':'reports.*.tenant','effect':'deny'}");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("id")).isEqualTo(granted.text("id"));

        assertThat(api.delete(permissions + "/" + granted.text("id")).send().status())
                .isEqualTo(202);
        Answer gone = api.delete(permissions + "/" + granted.text("id")).send();
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.code()).isEqualTo("GRANT_NOT_FOUND");
    }

    @Test
    void usersOfATenantActInItWithoutNamingItAndInNoOther() {
        String admin = post("/api/v1/tenants/acme/roles", "{'name':'admin','permissions':['users.*.tenant']}")
                .text("id");
        String boss = newUser("boss");
        post("/api/v1/tenants/acme/users/" + boss + "/roles", "{'role_id':'%s'}".formatted(admin));
        String other = activeTenant("other");
        String token = api.token(TokenSpec.of("tenant-acme", "boss"));

        Answer own = api.post("/api/v1/users", "{\"username\":\"by-boss\"}")
                .as(token)
                .send();
        assertThat(own.status()).isEqualTo(201);
        assertThat(own.header("Location")).isEqualTo("/api/v1/users/" + own.text("id"));
        for (String foreign : List.of("other", other, "nowhere", "platform")) {
            Answer refused = api.post("/api/v1/tenants/" + foreign + "/users", "{\"username\":\"x\"}")
                    .as(token)
                    .send();
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.code()).isEqualTo("TENANT_FORBIDDEN");
        }
        Answer missing =
                api.post("/api/v1/roles", "{\"name\":\"mine\"}").as(token).send();
        assertThat(missing.status()).isEqualTo(403);
        assertThat(missing.error().required("details").required("permission").asString())
                .isEqualTo("roles.write.tenant");
        Answer platform = api.post("/api/v1/admin/tenants", "{\"name\":\"x\",\"slug\":\"mine\"}")
                .as(token)
                .send();
        assertThat(platform.code()).isEqualTo("TENANT_FORBIDDEN");
    }

    @Test
    void aRepeatedRequestIsAnsweredTheSameAndAnotherOneWithItsKeyRefused() {
        String body = "{\"username\":\"once\"}";
        Answer first = api.post("/api/v1/tenants/acme/users", body)
                .header("Idempotency-Key", "k-1")
                .send();
        Answer again = api.post("/api/v1/tenants/acme/users", "{ \"username\" : \"once\" }")
                .header("Idempotency-Key", "k-1")
                .send();
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("id")).isEqualTo(first.text("id"));
        assertThat(again.header("Consistency-Token")).isEqualTo(first.header("Consistency-Token"));

        Answer reused = api.post("/api/v1/tenants/acme/users", "{\"username\":\"twice\"}")
                .header("Idempotency-Key", "k-1")
                .send();
        assertThat(reused.status()).isEqualTo(409);
        assertThat(reused.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void aRepeatedRequestForATenantIsAnsweredWithTheTokenOfTheTenantThatIsThere() {
        String body = "{\"name\":\"Again\",\"slug\":\"again\"}";
        Answer first = api.post("/api/v1/admin/tenants", body)
                .header("Idempotency-Key", "t-1")
                .send();
        Answer again = api.post("/api/v1/admin/tenants", body)
                .header("Idempotency-Key", "t-1")
                .send();
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.text("id")).isEqualTo(first.text("id"));
        assertThat(again.header("Consistency-Token")).isEqualTo(first.header("Consistency-Token"));
    }

    @Test
    void aStaleVersionIsRefused() {
        Answer role = post("/api/v1/tenants/acme/roles", "{'name':'versioned'}");
        String path = "/api/v1/tenants/acme/roles/" + role.text("id");
        Answer changed = api.put(path, "{\"name\":\"versioned\",\"description\":\"new\"}")
                .header("If-Match", role.header("ETag"))
                .send();
        assertThat(changed.status()).isEqualTo(202);

        Answer stale = api.put(path, "{\"name\":\"versioned\",\"description\":\"old\"}")
                .header("If-Match", role.header("ETag"))
                .send();
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.code()).isEqualTo("VERSION_MISMATCH");
    }

    @Test
    void aCycleIsRefusedWithItsPath() {
        String upper = post("/api/v1/tenants/acme/roles", "{'name':'upper'}").text("id");
        String lower = post("/api/v1/tenants/acme/roles", "{'name':'lower','parents':['%s']}".formatted(upper))
                .text("id");
        Answer cycle = put("/api/v1/tenants/acme/roles/" + upper + "/parents", "{'parents':['%s']}".formatted(lower));
        assertThat(cycle.status()).isEqualTo(422);
        assertThat(cycle.code()).isEqualTo("ROLE_CYCLE");
        JsonNode path = cycle.error().required("details").required("path");
        assertThat(path.values().stream().map(JsonNode::asString)).containsExactly("upper", "lower", "upper");
    }

    @Test
    void aTenantThatIsNotActiveIsClosed() {
        post("/api/v1/admin/tenants", "{'name':'Slow','slug':'slow'}");
        Answer refused = post("/api/v1/tenants/slow/users", "{'username':'x'}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo("TENANT_NOT_ACTIVE");
    }

    @Test
    void aTenantMayAskForARealmAndAFirstAdministrator() {
        Answer realm = post(
                "/api/v1/admin/tenants",
                "{'name':'K','slug':'keycloak','create_keycloak_realm':true,'first_admin':{'username':'ada'}}");
        assertThat(realm.status()).isEqualTo(202);
        assertThat(realm.data().required("create_keycloak_realm").asBoolean()).isTrue();
        assertThat(realm.data().at("/first_admin/display_name").asString()).isEqualTo("ada");
    }

    @Test
    void badTokensAreRefused() {
        TokenSpec good = TokenSpec.of("NeoAdmin", "admin");
        List<TokenSpec> bad = List.of(
                good.expired(),
                good.signature(Signature.NONE),
                good.signature(Signature.FOREIGN_KEY),
                good.signature(Signature.HMAC_OF_PUBLIC_KEY),
                good.audience("another"),
                good.issuer("http://127.0.0.1:1/realms/NeoAdmin"));
        for (TokenSpec spec : bad) {
            Answer refused =
                    api.post("/api/v1/admin/tenants", "{}").as(api.token(spec)).send();
            assertThat(refused.status()).as(spec.toString()).isEqualTo(401);
            assertThat(refused.code()).isEqualTo("UNAUTHENTICATED");
        }
        assertThat(api.post("/api/v1/admin/tenants", "{}").as(null).send().status())
                .isEqualTo(401);
    }

    @Test
    void somebodyWhomThePlatformDoesNotKnowMayDoNothing() {
        Answer refused = api.post("/api/v1/admin/tenants", "{\"name\":\"x\",\"slug\":\"stranger\"}")
                .as(api.token(TokenSpec.of("NeoAdmin", "stranger")))
                .send();
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.error().required("details").required("reason").asString())
                .isEqualTo("user_unknown");
    }

    @Test
    void healthAndMetricsNameWhatTheServiceStandsOn() {
        JsonNode services = api.get("/health").send().json();
        assertThat(services.toString()).contains("database", "kafka", "registry");
        assertThat(api.get("/metrics").send().response().body()).contains("relay_lag_events", "relay_lag_seconds");
    }

    private String newUser(String username) {
        Answer user = post("/api/v1/tenants/acme/users", "{'username':'%s'}".formatted(username));
        assertThat(user.status()).isEqualTo(201);
        return user.text("id");
    }
}
