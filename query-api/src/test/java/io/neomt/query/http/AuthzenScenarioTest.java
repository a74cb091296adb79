package io.neomt.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.query.worlds.Ids;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the AuthZEN working group's certification scenario asks of a policy decision point, with our ids for its names. */
class AuthzenScenarioTest {

    private static final String ALICE = "'subject':{'type':'user','id':'@alice'}";
    private static final String ADMIN = "'subject':{'type':'user','id':'@bob','properties':{'role':'admin'}}";
    private static final String FIRST = "'resource':{'type':'record','id':'record-1'}";
    private static final String ARCHIVED =
            "'resource':{'type':'record','id':'record-2','properties':{'status':'archived'}}";

    private static QueryApi api;
    private static RecordsTenant records;

    @BeforeAll
    static void start() {
        api = new QueryApi();
        records = RecordsTenant.of(api);
    }

    @AfterAll
    static void stop() {
        records.close();
        api.close();
    }

    @ParameterizedTest
    @CsvSource({
        "@alice, read, true",
        "@alice, write, true",
        "@bob, read, true",
        "@bob, write, false",
        "@alice, delete, false",
        "@alice, unheard-of, false"
    })
    void identifiersDecide(String user, String action, boolean permitted) {
        String body = "{'subject':{'type':'user','id':'%s'},'action':{'name':'%s'},%s}".formatted(user, action, FIRST);

        assertThat(decision(body)).isEqualTo(permitted);
        assertThat(decision(body)).as("and again").isEqualTo(permitted);
        assertThat(decision(
                        body.replace(FIRST, FIRST + ",'context':{'time':'2025-06-27T18:03-07:00'},'futureField':{}")))
                .as("whatever else is said")
                .isEqualTo(permitted);
    }

    @Test
    void propertiesDecide() {
        assertThat(decision("{" + ALICE + ",'action':{'name':'write'}," + ARCHIVED + "}"))
                .isFalse();
        assertThat(decision("{" + ADMIN + ",'action':{'name':'write'}," + ARCHIVED + "}"))
                .isTrue();
        assertThat(decision("{" + ALICE + ",'action':{'name':'delete','properties':{'soft':true}}," + FIRST + "}"))
                .isTrue();
        assertThat(decision("{" + ALICE + ",'action':{'name':'delete','properties':{'soft':false}}," + FIRST + "}"))
                .isFalse();
        assertThat(decision("{" + ALICE + ",'action':{'name':'read'},'resource':{'type':'record','id':'record-1',"
                        + "'properties':{'status':'active','owner':'bob'}}}"))
                .isTrue();
    }

    @Test
    void whatIsSentOfAResourceAddsToWhatIsRegistered() {
        String second = "'resource':{'type':'record','id':'record-2','properties':%s}";

        assertThat(decision("{" + ALICE + ",'action':{'name':'write'}," + second.formatted("{}") + "}"))
                .as("registered as archived")
                .isFalse();
        assertThat(decision("{" + ALICE + ",'action':{'name':'write'}," + second.formatted("{'size':3}") + "}"))
                .as("still archived")
                .isFalse();
        assertThat(decision(
                        "{" + ALICE + ",'action':{'name':'write'}," + second.formatted("{'status':'active'}") + "}"))
                .as("the asker knows better")
                .isTrue();
    }

    @Test
    void batchesAreAnsweredItemByItem() {
        assertThat(decisions("{'subject':{'type':'user','id':'@bob'}," + FIRST
                        + ",'evaluations':[{'action':{'name':'read'}},{'action':{'name':'write'}}]}"))
                .containsExactly(true, false);
        assertThat(decisions(
                        "{'action':{'name':'write'}," + ARCHIVED + ",'evaluations':[{" + ALICE + "},{" + ADMIN + "}]}"))
                .containsExactly(false, true);
        assertThat(decisions("{" + ALICE + ",'action':{'name':'write'}," + FIRST + ",'evaluations':[{},{" + ARCHIVED
                        + "}]}"))
                .containsExactly(true, false);
        assertThat(decisions("{'options':{'evaluations_semantic':'execute_all'},'evaluations':[{" + ALICE
                        + ",'action':{'name':'read'}," + FIRST + "},{" + ALICE + ",'action':{'name':'read'}}]}"))
                .containsExactly(true, false);
    }

    @Test
    void actionsAreFound() {
        assertThat(found("action", "{" + ALICE + "," + FIRST + "}", "name")).containsExactly("read", "write");
        assertThat(found("action", "{" + ALICE + "," + FIRST + ",'context':{'ip':'10.0.0.1'}}", "name"))
                .containsExactly("read", "write");
        assertThat(found("action", "{" + ADMIN + "," + ARCHIVED + "}", "name")).containsExactly("read", "write");
    }

    @Test
    void subjectsAreFound() {
        String readers = "{'subject':{'type':'user'},'action':{'name':'read'}," + FIRST + "}";

        assertThat(found("subject", readers, "id")).containsExactlyInAnyOrder(id("alice"), id("bob"));
        assertThat(found("subject", readers.replace("'type':'user'", "'type':'user','id':'@alice'"), "id"))
                .as("an id is ignored")
                .hasSize(2);
        assertThat(found("subject", "{'subject':{'type':'user'},'action':{'name':'write'}," + FIRST + "}", "id"))
                .containsExactly(id("alice"));
        assertThat(found(
                        "subject",
                        "{'subject':{'type':'user','properties':{'role':'admin'}},'action':{'name':'write'}," + ARCHIVED
                                + "}",
                        "id"))
                .containsExactly(id("bob"));
        assertThat(records.post("search/subject", readers).text("/results/0/type"))
                .isEqualTo("user");
    }

    @Test
    void resourcesAreFound() {
        String readable = "{" + ALICE + ",'action':{'name':'read'},'resource':{'type':'record'}}";

        assertThat(found("resource", readable, "id")).containsExactly("record-1", "record-2");
        assertThat(found("resource", readable.replace("'type':'record'", "'type':'record','id':'x'"), "id"))
                .as("an id is ignored")
                .containsExactly("record-1", "record-2");
        assertThat(found("resource", "{" + ALICE + ",'action':{'name':'write'},'resource':{'type':'record'}}", "id"))
                .containsExactly("record-1");
        assertThat(found("resource", "{" + ADMIN + ",'action':{'name':'write'},'resource':{'type':'record'}}", "id"))
                .contains("record-2");
    }

    @Test
    void whereNothingCanBeFoundNothingIs() {
        assertThat(found("subject", "{'subject':{'type':'spaceship'},'action':{'name':'read'}," + FIRST + "}", "id"))
                .isEmpty();
        assertThat(found("resource", "{" + ALICE + ",'action':{'name':'read'},'resource':{'type':'planet'}}", "id"))
                .isEmpty();
        assertThat(found("action", "{'subject':{'type':'user','id':'nobody'}," + FIRST + "}", "name"))
                .isEmpty();
        assertThat(found("action", "{'subject':{'type':'spaceship','id':'x'}," + FIRST + "}", "name"))
                .isEmpty();
        assertThat(found("action", "{" + ALICE + ",'resource':{'type':'Spaceship','id':'x'}}", "name"))
                .isEmpty();
        assertThat(found("action", "{'subject':{'type':'user','id':'" + Ids.user("zoe") + "'}," + FIRST + "}", "name"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "subject  | {'subject':{'type':'user'},'resource':{'type':'record','id':'r'}}",
                "subject  | {'subject':{'type':'user'},'action':{'name':'read'},'resource':{'type':'record'}}",
                "resource | {'action':{'name':'read'},'resource':{'type':'record'}}",
                "resource | {'subject':{'type':'user'},'action':{'name':'read'},'resource':{'type':'record'}}",
                "action   | {'subject':{'type':'user','id':'@alice'}}",
                "action   | {'resource':{'type':'record','id':'record-1'}}",
                "action   | {'subject':{'type':'user'},'resource':{'type':'record','id':'record-1'}}",
                "action   | {'subject':{'type':'user','id':'@alice'},'resource':{'type':'record'}}",
                "action   | {'subject':{'type':'user','id':'@alice'},'resource':{'type':'record','id':'r'},'page':{'token':'x'}}"
            })
    void aSearchThatLacksAnInputIsRefused(String what, String body) {
        records.post("search/" + what, body).refused(400, "VALIDATION_ERROR");
    }

    @Test
    void partsOfTheResultsFollowEachOtherUntilTheEnd() {
        String search = ALICE + "," + FIRST;
        Client.Answer first = records.post("search/action", "{" + search + ",'page':{'limit':1}}")
                .is(200);
        String token = first.text("/page/next_token");
        Client.Answer second = records.post("search/action", "{" + search + ",'page':{'token':'" + token + "'}}")
                .is(200);

        assertThat(first.text("/results/0/name")).isEqualTo("read");
        assertThat(first.at("/page/count").intValue()).isEqualTo(1);
        assertThat(token).isNotEmpty();
        assertThat(second.text("/results/0/name")).isEqualTo("write");
        assertThat(second.text("/page/next_token")).isEmpty();
        records.post("search/action", "{" + ADMIN + "," + FIRST + ",'page':{'token':'" + token + "'}}")
                .refused(400, "VALIDATION_ERROR");
    }

    @Test
    void onlyThoseWhoMayAskFindAnything() {
        Client alice = api.as(records.tenant(), "alice");
        String ofHerself = RecordsTenant.json("{" + ALICE + "," + FIRST + "}");

        alice.post("/access/v1/search/action", ofHerself).is(200);
        api.as(records.tenant(), "bob")
                .post("/access/v1/search/action", ofHerself)
                .refused(403, "FORBIDDEN");
        api.nobody().post("/access/v1/search/action", ofHerself).is(401);
    }

    private static String id(String user) {
        return Ids.user(user).toString();
    }

    private static boolean decision(String body) {
        JsonNode decision = records.post("evaluation", body).is(200).at("/decision");
        assertThat(decision.isBoolean()).isTrue();
        return decision.booleanValue();
    }

    private static List<Boolean> decisions(String body) {
        JsonNode items = records.post("evaluations", body).is(200).at("/evaluations");
        return items.valueStream()
                .map(item -> item.at("/decision").booleanValue())
                .toList();
    }

    private static List<String> found(String what, String body, String field) {
        JsonNode results = records.post("search/" + what, body).is(200).at("/results");
        assertThat(results.isArray()).isTrue();
        return results.valueStream().map(item -> item.path(field).stringValue()).toList();
    }
}
