package io.neomt.query.authzen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.neomt.event.UserId;
import io.neomt.query.authzen.Question.Check;
import io.neomt.query.authzen.Question.Hopeless;
import io.neomt.query.authzen.Question.Malformed;
import io.neomt.query.check.CheckRequest;
import io.neomt.query.check.CheckRequest.Described;
import io.neomt.query.check.CheckRequest.OnResource;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class EvaluationsTest {

    private static final String ANN = "01890000-0000-7000-8000-000000000001";
    private static final String BOB = "01890000-0000-7000-8000-000000000002";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String SUBJECT = "'subject':{'type':'user','id':'" + ANN + "'}";
    private static final String ACTION = "'action':{'name':'read'}";
    private static final String RESOURCE = "'resource':{'type':'doc','id':'1'}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{A,R}                                | subject: is missing",
                "{S,R}                                | action: is missing",
                "{S,A}                                | resource: is missing",
                "{'subject':'ann',A,R}                | subject: is not an object",
                "{'subject':null,A,R}                 | subject: is not an object",
                "{'subject':{'id':'1'},A,R}           | subject.type: is missing",
                "{'subject':{'type':'user'},A,R}      | subject.id: is missing",
                "{'subject':{'type':'u','id':1},A,R}  | subject.id: is not a text",
                "{S,'action':{},R}                    | action.name: is missing",
                "{S,'action':{'name':123},R}          | action.name: is not a text",
                "{S,'action':{'name':'a','properties':[]},R} | action.properties: is not an object",
                "{S,A,'resource':{'type':'doc'}}      | resource.id: is missing",
                "{S,A,R,'context':'x'}                | context: is not an object",
                "{S,A,R,'evaluations':{}}             | evaluations: is not a list",
                "{S,A,R,'options':[]}                 | options: is not an object",
                "{S,A,R,'options':{'evaluations_semantic':1},'evaluations':[{}]} | options.evaluations_semantic: is not a text",
                "{S,A,R,'options':{'evaluations_semantic':'all'},'evaluations':[{}]} | options.evaluations_semantic: is one of",
                "{'subject':{'type':'user'},'evaluations':[{S,A,R}]} | subject.id: is missing",
                "{'context':1,'evaluations':[{S,A,R}]} | context: is not an object"
            })
    void aBodyThatIsWrongAsAWholeIsRefused(String body, String message) {
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> Evaluations.parse(json(body)))
                .withMessageStartingWith(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{S,A,R}", "{S,A,R,'evaluations':[]}", "{S,A,R,'foo':'bar','future':{'x':[]},'options':{'x':1}}"})
    void aBodyWithoutAListIsOneEvaluation(String body) {
        assertThat(Evaluations.parse(json(body))).isInstanceOf(Evaluations.One.class);
    }

    @Test
    void whatAnEvaluationLeavesOutIsInheritedAsAWhole() {
        var asked = many("{S,A,'resource':{'type':'doc','id':'1','properties':{'owner':'" + ANN + "'}},'evaluations':["
                + "{},{'resource':{'type':'doc','id':'1'}},{'action':{'name':'write'}}]}");

        assertThat(asked.questions())
                .extracting(question ->
                        asked(question).action() + " " + asked(question).described())
                .containsExactly("doc.read " + ofAnn(), "doc.read null", "doc.write " + ofAnn());
        assertThat(asked.requests()).extracting(CheckRequest::user).hasSize(3).containsOnly(UserId.of(ANN));
    }

    @Test
    void aBadItemIsADenialOfItsOwn() {
        var asked = many("{S,A,'evaluations':[{R},{},7,{R,'subject':{'type':'user'}},{R,'action':{'name':1}}]}");

        assertThat(asked.questions().getFirst()).isInstanceOf(Check.class);
        assertThat(asked.questions().subList(1, 5))
                .containsExactly(
                        new Malformed("resource: is missing"),
                        new Malformed("the evaluation is not an object"),
                        new Malformed("subject.id: is missing"),
                        new Malformed("action.name: is not a text"));
        assertThat(Verdict.malformed("resource: is missing").context()).containsEntry("reason", "malformed");
    }

    @ParameterizedTest
    @CsvSource({
        "robot, " + ANN + ", doc, 1, read, subject_type_unknown",
        "user, ann, doc, 1, read, user_unknown",
        "user, " + ANN + ", Doc, 1, read, permission_unknown",
        "user, " + ANN + ", doc, 1, *, permission_unknown",
        "user, " + ANN + ", doc, ' ', read, permission_unknown",
    })
    void whatCannotExistIsDenied(String kind, String user, String type, String id, String action, String reason) {
        Evaluation evaluation = new Evaluation(
                new Entity(kind, user, Map.of()),
                new Action(action, Map.of()),
                new Entity(type, id, Map.of()),
                Map.of());

        assertThat(Question.of(evaluation)).isEqualTo(new Hopeless(reason));
    }

    @ParameterizedTest
    @CsvSource({ANN + "," + ANN, BOB + "," + BOB, "ann,", "7,"})
    void theOwnerIsTheOneThatIsSentIfItIsAUser(String owner, @Nullable String user) {
        var asked = Evaluations.parse(
                        json("{S,A,'resource':{'type':'doc','id':'1','properties':{'owner':'" + owner + "'}}}"))
                .asked();

        assertThat(asked(asked.questions().getFirst()).described())
                .isEqualTo(user == null ? null : new Described(UUID.fromString(user), null));
    }

    @Test
    void conditionsSeeEverything() {
        var asked = asked(Question.of(Evaluation.parse(json("{'subject':{'type':'user','id':'" + ANN
                + "','properties':{'a':null}},'action':{'name':'read','properties':{'soft':true}},"
                + "'resource':{'type':'doc','id':'1','properties':{'status':'open'}},'context':{'ip':[1]}}"))));

        assertThat(asked.attributes().subject()).hasToString("{a=null}");
        assertThat(asked.attributes().action()).isEqualTo(Map.of("soft", true));
        assertThat(asked.attributes().resource()).isEqualTo(Map.of("status", "open"));
        assertThat(asked.attributes().context()).containsKey("ip");
        assertThat(asked.described()).as("what is registered counts").isNull();
    }

    private static OnResource asked(Question question) {
        return (OnResource) ((Check) question).request();
    }

    private static Described ofAnn() {
        return new Described(UUID.fromString(ANN), null);
    }

    private static Asked many(String body) {
        return ((Evaluations.Many) Evaluations.parse(json(body))).asked();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> json(String body) {
        String spelled = body.replaceAll("([{,])S(?=[,}])", "$1" + SUBJECT)
                .replaceAll("([{,])A(?=[,}])", "$1" + ACTION)
                .replaceAll("([{,])R(?=[,}])", "$1" + RESOURCE);
        return JSON.readValue(spelled.replace('\'', '"'), Map.class);
    }
}
