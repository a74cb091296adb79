package io.neomt.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.command.web.Api.Answer;
import io.neomt.command.web.Api.Call;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Each bad request has its status and code, says which field, and tells nothing about the inside. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadInputTest {

    private static final String SOME_ID = "0190d5c2-7b3e-7cc0-9d2f-5a1e0c3b4a59";
    private static final String PLATFORM = "/api/v1/tenants/platform";

    private final Api api = new Api();

    @AfterAll
    void end() {
        api.close();
    }

    private record Case(String name, Call call, int status, String code, String mentions) {}

    @TestFactory
    Stream<DynamicTest> badInput() {
        activatePlatform();
        return Stream.of(bodies(), fields(), ids(), permissions(), headers(), names())
                .flatMap(List::stream)
                .map(bad -> DynamicTest.dynamicTest(bad.name(), () -> refused(bad)));
    }

    private void activatePlatform() {
        String path = "/api/v1/admin/tenants/00000000-0000-7000-8000-000000000001/provisioning";
        assertThat(post(path, "{'active':{'connection_name':'neo-shared-us-primary','template_version':'1'}}")
                        .send()
                        .status())
                .isEqualTo(202);
    }

    private void refused(Case bad) {
        Answer answer = bad.call().send();
        assertThat(answer.status()).as(answer.response().body()).isEqualTo(bad.status());
        assertThat(answer.code()).isEqualTo(bad.code());
        assertThat(answer.error().toString()).contains(bad.mentions());
        assertThat(answer.response().body()).doesNotContain("Exception").doesNotContain("io.neomt");
    }

    private List<Case> bodies() {
        String path = PLATFORM + "/users";
        return List.of(
                new Case("malformed JSON", post(path, "{'username':"), 400, "MALFORMED_REQUEST", "JSON"),
                new Case("no body", api.post(path, null), 400, "MALFORMED_REQUEST", "body"),
                new Case("two bodies", post(path, "{'username':'a'}{}"), 400, "VALIDATION_ERROR", "body"),
                new Case("a list", post(path, "[]"), 400, "VALIDATION_ERROR", "object"),
                new Case("a field twice", post(path, "{'username':'a','username':'b'}"), 400, "MALFORMED_REQUEST", ""),
                new Case(
                        "wrong content type",
                        post(path, "{'username':'a'}").type("text/plain"),
                        415,
                        "UNSUPPORTED_MEDIA_TYPE",
                        "application/json"),
                new Case(
                        "a body over 1 MiB",
                        post(path, "{'username':'" + "a".repeat(1 << 20) + "'}"),
                        413,
                        "BODY_TOO_LARGE",
                        ""));
    }

    private List<Case> fields() {
        return List.of(
                new Case("missing field", post(PLATFORM + "/users", "{}"), 400, "VALIDATION_ERROR", "username"),
                new Case(
                        "null field",
                        post(PLATFORM + "/users", "{'username':null}"),
                        400,
                        "VALIDATION_ERROR",
                        "username"),
                new Case(
                        "unknown field",
                        post(PLATFORM + "/users", "{'username':'a','admin':true}"),
                        400,
                        "VALIDATION_ERROR",
                        "admin"),
                new Case(
                        "wrong type", post(PLATFORM + "/users", "{'username':7}"), 400, "VALIDATION_ERROR", "username"),
                new Case(
                        "separator in a name",
                        post(PLATFORM + "/users", "{'username':'a:b'}"),
                        400,
                        "VALIDATION_ERROR",
                        "username"),
                new Case(
                        "unknown enum",
                        post(
                                PLATFORM + "/users/" + SOME_ID + "/permissions",
                                "{'permission':'a.b.own','effect':'maybe'}"),
                        400,
                        "VALIDATION_ERROR",
                        "deny"),
                new Case(
                        "unknown deployment",
                        post("/api/v1/admin/tenants", "{'name':'x','slug':'good','deployment_type':'cloud'}"),
                        400,
                        "VALIDATION_ERROR",
                        "schema"),
                new Case(
                        "null in a list",
                        post(PLATFORM + "/roles", "{'name':'x','permissions':[null]}"),
                        400,
                        "VALIDATION_ERROR",
                        "permissions"),
                new Case(
                        "neither role nor roles",
                        post(PLATFORM + "/users/" + SOME_ID + "/roles", "{}"),
                        400,
                        "VALIDATION_ERROR",
                        "role_ids"),
                new Case(
                        "role and roles",
                        post(PLATFORM + "/users/" + SOME_ID + "/roles", "{'role_id':'" + SOME_ID + "','role_ids':[]}"),
                        400,
                        "VALIDATION_ERROR",
                        "role_ids"));
    }

    private List<Case> ids() {
        return List.of(
                new Case(
                        "an id with separators",
                        api.post(PLATFORM + "/users/a:b%7Dc/deactivate", null),
                        400,
                        "INVALID_ID",
                        "id"),
                new Case(
                        "an id in capitals",
                        api.post(PLATFORM + "/users/" + SOME_ID.toUpperCase(Locale.ROOT) + "/deactivate", null),
                        400,
                        "INVALID_ID",
                        "id"),
                new Case(
                        "a bad id in a body",
                        post(PLATFORM + "/roles", "{'name':'x','parents':['1-2-3-4-5']}"),
                        400,
                        "INVALID_ID",
                        "parents"),
                new Case(
                        "nobody with that id",
                        api.post(PLATFORM + "/users/" + SOME_ID + "/deactivate", null),
                        404,
                        "USER_NOT_FOUND",
                        SOME_ID),
                new Case("no role", api.delete(PLATFORM + "/roles/" + SOME_ID), 404, "ROLE_NOT_FOUND", SOME_ID),
                new Case(
                        "no tenant",
                        post("/api/v1/tenants/nowhere/users", "{'username':'a'}"),
                        404,
                        "TENANT_NOT_FOUND",
                        "nowhere"),
                new Case(
                        "a tenant that is not named",
                        post("/api/v1/users", "{'username':'a'}"),
                        400,
                        "VALIDATION_ERROR",
                        "tenant"),
                new Case("no such path", api.post("/api/v1/wishes", "{}"), 404, "ROUTE_NOT_FOUND", ""),
                new Case("another method", api.put(PLATFORM + "/users", "{}"), 405, "METHOD_NOT_ALLOWED", "POST"),
                new Case(
                        "an unknown role in a body",
                        post(PLATFORM + "/roles", "{'name':'x','parents':['" + SOME_ID + "']}"),
                        422,
                        "UNKNOWN_PARENT",
                        SOME_ID),
                new Case(
                        "an unknown organization",
                        post("/api/v1/admin/tenants", "{'name':'x','slug':'good','organization_id':'" + SOME_ID + "'}"),
                        422,
                        "UNKNOWN_ORGANIZATION",
                        "organization_id"));
    }

    private List<Case> permissions() {
        return Stream.of("Users.Read.own", "a.b", "a.b.c.own", "a..own", "a.b.all", "a b.c.own", "")
                .map(text -> new Case(
                        "the permission '" + text + "'",
                        post(PLATFORM + "/roles", "{'name':'x','permissions':['" + text + "']}"),
                        400,
                        "INVALID_PERMISSION",
                        "permissions"))
                .toList();
    }

    private List<Case> headers() {
        Call role = api.delete(PLATFORM + "/roles/" + SOME_ID);
        return List.of(
                new Case("If-Match without quotes", role.header("If-Match", "7"), 400, "VALIDATION_ERROR", "If-Match"),
                new Case(
                        "an Idempotency-Key with spaces",
                        role.header("Idempotency-Key", "a b"),
                        400,
                        "VALIDATION_ERROR",
                        "Idempotency-Key"),
                new Case(
                        "an endless Idempotency-Key",
                        role.header("Idempotency-Key", "k".repeat(201)),
                        400,
                        "VALIDATION_ERROR",
                        "Idempotency-Key"),
                new Case(
                        "an endless reason",
                        role.header("X-Reason", "r".repeat(256)),
                        400,
                        "VALIDATION_ERROR",
                        "X-Reason"),
                new Case("a blank reason", role.header("X-Reason", " "), 400, "VALIDATION_ERROR", "X-Reason"),
                new Case("no token", role.as(null), 401, "UNAUTHENTICATED", ""),
                new Case("no JWT", role.as("abc"), 401, "UNAUTHENTICATED", ""));
    }

    private List<Case> names() {
        String taken = "{'name':'First','slug':'taken'}";
        assertThat(post("/api/v1/admin/tenants", taken).send().status()).isEqualTo(202);
        return List.of(
                new Case("a repeated slug", post("/api/v1/admin/tenants", taken), 409, "SLUG_TAKEN", "taken"),
                new Case(
                        "a reserved slug",
                        post("/api/v1/admin/tenants", "{'name':'x','slug':'admin'}"),
                        422,
                        "SLUG_RESERVED",
                        "slug"),
                new Case(
                        "a bad slug",
                        post("/api/v1/admin/tenants", "{'name':'x','slug':'No_Slug'}"),
                        400,
                        "VALIDATION_ERROR",
                        "slug"),
                new Case(
                        "a taken user name in other letters",
                        post(PLATFORM + "/users", "{'username':'ADMIN','external_id':'other'}"),
                        409,
                        "NAME_TAKEN",
                        "username"));
    }

    private Call post(String path, String body) {
        return api.post(path, body.replace('\'', '"'));
    }
}
