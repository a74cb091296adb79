package io.neomt.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.query.worlds.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SearchHttpTest {

    private static Office office;

    @BeforeAll
    static void start() {
        office = new Office();
    }

    @AfterAll
    static void stop() {
        office.close();
    }

    @Test
    void everyoneWhoMayIsFoundPartByPart() {
        // the guest was given access, but is nobody at home
        assertThat(all(cursor -> users("docs.read.tenant", 1, cursor)))
                .containsExactlyInAnyOrder(id("boss"), id("ann"));
        assertThat(all(cursor -> users("docs.read.tenant", 100, cursor))).hasSize(2);
        assertThat(all(cursor -> users("docs.shred.own", 100, cursor))).isEmpty();
    }

    @Test
    void resourcesOfATypeAreFoundOnWhichAUserMay() {
        assertThat(all(cursor -> resources("ann", "doc.read", cursor))).containsExactly("7", "8");
        assertThat(all(cursor -> resources("ned", "doc.read", cursor))).isEmpty();
    }

    @Test
    void anExplanationNamesWhatDecidedAndWhatElseWasConsidered() {
        Client.Answer why = explain("ann", "\"permission\":\"docs.read.tenant\"");
        assertThat(why.at("/data/allowed").asBoolean()).isTrue();
        assertThat(why.text("/data/sentence"))
                .isEqualTo("Allowed, because the role reader of the team it grants *.read.tenant, which covers"
                        + " docs.read.tenant.");
        assertThat(why.at("/data/tree").toString())
                .contains("\"kind\":\"team\",\"name\":\"it\"", "\"decided\":true", "\"outcome\":\"scope_too_narrow\"");
        assertThat(explain("ned", "\"permission\":\"docs.read.tenant\"").text("/data/sentence"))
                .isEqualTo("Denied, because nothing grants docs.read.tenant.");
        assertThat(explain("gone", "\"permission\":\"docs.read.tenant\"").text("/data/sentence"))
                .isEqualTo("Denied, because the user is deleted.");
    }

    @Test
    void whatIsNoQuestionIsRefused() {
        root().get(path() + "/permissions/docs.*.own/users").refused(400, "INVALID_PERMISSION");
        root().get(path() + "/permissions/docs.read.own/users?limit=1001").refused(400, "VALIDATION_ERROR");
        root().get(path() + "/permissions/docs.read.own/users?cursor=made-up").refused(400, "VALIDATION_ERROR");
        root().post(path() + "/resources/search", "{}").refused(400, "VALIDATION_ERROR");
        office.ned().get("/api/v1/permissions/docs.read.own/users").refused(403, "FORBIDDEN");
        root().post(path() + "/explain", "{\"user_id\":\"x\"}").refused(400, "INVALID_ID");
    }

    /** Whoever asks about others needs a permission, which the platform's users bring along. */
    private static Client root() {
        return office.api.as(office.api.platform, "root");
    }

    private static String path() {
        return "/api/v1/tenants/" + office.tenant.slug();
    }

    private static String id(String user) {
        return Ids.user(user).toString();
    }

    private static Client.Answer users(String code, int limit, String cursor) {
        String query = "?limit=" + limit + (cursor.isEmpty() ? "" : "&cursor=" + cursor);
        return root().get(path() + "/permissions/" + code + "/users" + query).is(200);
    }

    private static Client.Answer resources(String user, String action, String cursor) {
        String body = "{\"user_id\":\"%s\",\"action\":\"%s\",\"resource_type\":\"doc\",\"limit\":1%s}"
                .formatted(id(user), action, cursor.isEmpty() ? "" : ",\"cursor\":\"" + cursor + "\"");
        return root().post(path() + "/resources/search", body).is(200);
    }

    private static Client.Answer explain(String user, String question) {
        return root().post(path() + "/explain", "{\"user_id\":\"" + id(user) + "\"," + question + "}")
                .is(200);
    }

    /** The ids of all parts. */
    private static List<String> all(Function<String, Client.Answer> part) {
        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            Client.Answer answer = part.apply(cursor);
            answer.at("/data")
                    .forEach((JsonNode item) -> ids.add(item.path("id").asString()));
            cursor = answer.at("/pagination/next_cursor").asString("");
        } while (!cursor.isEmpty());
        return ids;
    }
}
