package io.neomt.command.web;

import static io.neomt.command.web.Workplace.changed;
import static io.neomt.command.web.Workplace.made;
import static io.neomt.command.web.Workplace.quoted;
import static io.neomt.command.web.Workplace.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.command.web.Api.Answer;
import io.neomt.deploy.embedded.issuer.TokenSpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a tenant knows of permissions, resources and guests, and what the platform gives it, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogueTest {

    private static final String SOME_ID = "0190d5c2-7b3e-7cc0-9d2f-5a1e0c3b4a59";

    private final Api api = new Api();
    private final Workplace tenant = Workplace.strict(api);

    CatalogueTest() {
        api.post(
                        "/api/v1/admin/tenants/00000000-0000-7000-8000-000000000001/provisioning",
                        quoted("{'active':{'connection_name':'neo-shared-us-primary','template_version':'1'}}"))
                .send();
    }

    @AfterAll
    void end() {
        api.close();
    }

    @Test
    void whatIsTextOrObjectIsDescribedAsBoth() {
        String described = api.get("/openapi.json").send().response().body();
        assertThat(described)
                .contains("/api/v1/tenants/{tenant}/bulk", "/api/v1/admin/role-templates/{name}")
                .contains("\"RoleItem\":{\"oneOf\":[{\"type\":\"string\"}");
    }

    @Test
    void onlyWhatTheCatalogueKnowsIsGranted() {
        String permissions = "/users/" + tenant.user("ann") + "/permissions";
        refused(
                tenant.post(permissions, "{'permission':'invoices.aprove.team'}"),
                422,
                "UNKNOWN_PERMISSION",
                "\"similar\":[");
        changed(tenant.put("/permissions/invoices.approve", "{'description':'Approve','resource_type':'invoice'}"));
        refused(
                tenant.post(permissions, "{'permission':'invoices.aprove.team'}"),
                422,
                "UNKNOWN_PERMISSION",
                "\"similar\":[\"invoices.approve\"");
        made(tenant.post(permissions, "{'permission':'invoices.approve.team'}"));
        made(tenant.post(permissions, "{'permission':'invoices.*.own'}"));
        made(tenant.post(permissions, "{'permission':'users.read.tenant'}"));
        refused(
                tenant.post("/roles", "{'name':'typo','permissions':['users.read.own','user.read.own']}"),
                422,
                "UNKNOWN_PERMISSION",
                "permissions[1]");
        changed(tenant.delete("/permissions/invoices.approve"));
        refused(tenant.delete("/permissions/invoices.approve"), 404, "PERMISSION_NOT_FOUND", "invoices.approve");
        refused(tenant.put("/permissions/users.read", "{}"), 422, "SYSTEM_PERMISSION", "users.read");
        refused(tenant.put("/permissions/users", "{}"), 400, "INVALID_PERMISSION", "code");
    }

    @Test
    void eachCodeHasAVersionOfItsOwn() {
        Answer first = tenant.put("/permissions/orders.ship", "{'description':'Ship'}");
        changed(tenant.put("/permissions/orders.cancel", "{'description':'Cancel'}"));
        changed(putIf(first, "/permissions/orders.ship", "{'description':'Send'}"));
        refused(putIf(first, "/permissions/orders.ship", "{'description':'Lose'}"), 412, "VERSION_MISMATCH", "version");
    }

    private Answer putIf(Answer seen, String path, String body) {
        return api.put(tenant.path(path), Workplace.quoted(body))
                .header("If-Match", seen.header("ETag"))
                .send();
    }

    @Test
    void aTenantMayAskForFreedom() {
        Workplace other = Workplace.strict(api);
        refused(other.post("/roles", "{'name':'x','permissions':['a.b.own']}"), 422, "UNKNOWN_PERMISSION", "a.b.own");
        changed(other.put("/settings", "{'free_permission_codes':true}"));
        assertThat(other.put("/settings", "{'free_permission_codes':true}").status())
                .isEqualTo(200);
        other.role("x", "a.b.own");
    }

    @Test
    void everyTenantBeginsWithRolesThatStay() {
        refused(tenant.post("/roles", "{'name':'tenant_admin'}"), 409, "NAME_TAKEN", "tenant_admin");
        refused(tenant.post("/roles", "{'name':'viewer'}"), 409, "NAME_TAKEN", "viewer");
    }

    @Test
    void aResourceIsRegisteredAndRemoved() {
        String ann = tenant.user("owner");
        String team = tenant.team("Owners");
        String body = "{'owner_id':'%s','team_id':'%s','properties':{'a':{'b':[1,2.5]}}}".formatted(ann, team);
        Answer registered = tenant.put("/resources/doc/a%20b", body);
        changed(registered);
        assertThat(registered.text("id")).isEqualTo("a b");
        assertThat(tenant.put("/resources/doc/a%20b", body).status()).isEqualTo(200);
        String id = "x".repeat(255);
        changed(tenant.put("/resources/" + "t".repeat(63) + "/" + id, "{}"));
        changed(tenant.delete("/resources/doc/a%20b"));
        refused(tenant.delete("/resources/doc/a%20b"), 404, "RESOURCE_NOT_FOUND", "doc/a b");
        refused(tenant.put("/resources/Doc/7", "{}"), 400, "INVALID_PERMISSION", "resource");
        refused(tenant.put("/resources/doc/" + id + "x", "{}"), 400, "INVALID_PERMISSION", "255");
        refused(tenant.put("/resources/doc/7", "{'owner_id':'" + SOME_ID + "'}"), 422, "UNKNOWN_USER", "owner_id");
        refused(tenant.put("/resources/doc/7", "{'properties':[]}"), 400, "VALIDATION_ERROR", "properties");
        refused(
                tenant.put("/resources/doc/7", "{'properties':{'a':{'a':{'a':{'a':{'a':{}}}}}}}"),
                400,
                "VALIDATION_ERROR",
                "5 deep");
        changed(tenant.put("/resources/doc/7", "{'properties':{'a':{'a':{'a':{'a':{'a':1}}}}}}"));
        refused(
                tenant.put("/resources/doc/7", "{'properties':{'a':'" + "x".repeat(16 * 1024) + "'}}"),
                400,
                "VALIDATION_ERROR",
                "16384 bytes");
        refused(tenant.put("/resources/doc/7", "{'properties':{'a':'\\u0000'}}"), 400, "VALIDATION_ERROR", "kept");
        refused(tenant.put("/resources/doc/7", "{'properties':{'\\u0000':1}}"), 400, "VALIDATION_ERROR", "kept");
        // as a name, half a character is refused before anything is read of it
        refused(tenant.put("/resources/doc/7", "{'properties':{'\\ud800':1}}"), 400, "MALFORMED_REQUEST", "");
        refused(tenant.put("/resources/doc/7", "{'properties':{'a':'\\ud800'}}"), 400, "VALIDATION_ERROR", "kept");
        refused(tenant.put("/resources/doc/7", "{'properties':{'a':1e999}}"), 400, "VALIDATION_ERROR", "too large");
    }

    @Test
    void aRoleIsMadeFromATemplate() {
        String path = "/api/v1/admin/role-templates/approver";
        String body = quoted("{'description':'Approves','permissions':['users.read.tenant']}");
        assertThat(api.put(path, body).send().status()).isEqualTo(202);
        assertThat(api.put(path, body).send().status()).isEqualTo(200);
        Answer role = tenant.post("/roles", "{'name':'from-template','template':'approver'}");
        made(role);
        assertThat(role.text("description")).isEqualTo("Approves");
        assertThat(role.data().required("permissions").get(0).asString()).isEqualTo("users.read.tenant");
        assertThat(api.delete(path).send().status()).isEqualTo(202);
        refused(tenant.post("/roles", "{'name':'late','template':'approver'}"), 422, "UNKNOWN_TEMPLATE", "template");
        assertThat(api.put(path, body)
                        .as(api.token(TokenSpec.of("tenant-" + tenant.slug, "nobody")))
                        .send()
                        .status())
                .isEqualTo(403);
    }

    @Test
    void aGuestDoesExactlyWhatTheAccessGrantSays() {
        Workplace home = Workplace.free(api);
        String guest = home.user("guest");
        String token = api.token(TokenSpec.of("tenant-" + home.slug, "guest"));
        Api.Call create = api.post(tenant.path("/users"), quoted("{'username':'by-guest'}"))
                .as(token);
        Api.Call bad = api.post(tenant.path("/users"), "{}").as(token);
        refused(create.send(), 403, "TENANT_FORBIDDEN", "");
        refused(bad.send(), 403, "TENANT_FORBIDDEN", "");
        refused(
                tenant.post(
                        "/access-grants",
                        "{'home_tenant':'" + home.slug + "','user_id':'" + SOME_ID
                                + "','permission':'users.write.tenant'}"),
                422,
                "UNKNOWN_USER",
                SOME_ID);
        refused(
                tenant.post(
                        "/access-grants",
                        "{'home_tenant':'nowhere','user_id':'" + guest + "','permission':'users.write.tenant'}"),
                422,
                "UNKNOWN_USER",
                guest);
        String given = "{'home_tenant':'%s','user_id':'%s','permission':'users.write.tenant'}";
        Answer access = tenant.post("/access-grants", given.formatted(home.slug, guest));
        made(access);

        refused(bad.send(), 400, "VALIDATION_ERROR", "username");
        assertThat(create.send().status()).isEqualTo(201);
        refused(
                api.post(tenant.path("/roles"), quoted("{'name':'x'}"))
                        .as(token)
                        .send(),
                403,
                "FORBIDDEN",
                "roles.write.tenant");
        changed(home.post("/users/" + guest + "/deactivate", ""));
        refused(create.send(), 403, "FORBIDDEN", "user_deactivated");
        changed(home.post("/users/" + guest + "/reactivate", ""));
        changed(tenant.delete("/access-grants/" + access.text("id")));
        refused(create.send(), 403, "TENANT_FORBIDDEN", "");
        refused(
                tenant.post("/access-grants", given.formatted(tenant.slug, tenant.user("own"))),
                422,
                "ACCESS_AT_HOME",
                "home_tenant");
    }

    @Test
    void aUserIsCalledOtherwiseAndDeletedAndItsNamesAreFree() {
        String path = "/users/" + tenant.user("leaver");
        Answer updated = tenant.put(path, "{'display_name':'Leaver','email':'leaver@example.org'}");
        changed(updated);
        assertThat(updated.text("email")).isEqualTo("leaver@example.org");
        Answer deleted = tenant.delete(path);
        changed(deleted);
        assertThat(deleted.text("status")).isEqualTo("deleted");
        assertThat(tenant.delete(path).status()).isEqualTo(200);
        refused(tenant.put(path, "{'display_name':'x'}"), 404, "USER_NOT_FOUND", "");
        made(tenant.post("/users", "{'username':'leaver','email':'leaver@example.org'}"));
    }

    @Test
    void whoDeletesItselfIsStillNamedInWhatHappened() {
        String self = tenant.user("self");
        made(tenant.post("/users/" + self + "/permissions", "{'permission':'users.write.tenant'}"));
        String token = api.token(TokenSpec.of("tenant-" + tenant.slug, "self"));
        assertThat(api.delete("/api/v1/users/" + self).as(token).send().status())
                .isEqualTo(202);
        assertThat(api.delete("/api/v1/users/" + self).as(token).send().status())
                .isEqualTo(403);
    }
}
