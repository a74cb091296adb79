package io.neomt.query.authzen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A body with many evaluations, or with one where it holds no list of them. */
public sealed interface Evaluations {

    /** The most that one body holds. */
    int MOST = 1_000;

    /** No list, or an empty one: the body is a single evaluation. */
    record One(Asked asked) implements Evaluations {}

    /** The evaluations in their order; what is at the top level stands in for what they leave out, as whole objects. */
    record Many(Asked asked) implements Evaluations {}

    Asked asked();

    /** @throws MalformedException when the body as a whole is not as it has to be */
    static Evaluations parse(Map<String, ?> body) {
        Fields fields = Fields.ofBody(body);
        List<?> evaluations = fields.optionalList("evaluations");
        Semantic semantic = Semantic.read(fields.optionalObject("options"));
        if (evaluations.isEmpty()) {
            return new One(Asked.of(Evaluation.read(fields)));
        }
        if (evaluations.size() > MOST) {
            throw fields.wrong("evaluations", "holds at most " + MOST);
        }
        Map<String, Object> defaults = defaults(fields);
        List<Question> questions = new ArrayList<>(evaluations.size());
        evaluations.forEach(evaluation -> questions.add(question(defaults, evaluation)));
        return new Many(new Asked(questions, semantic));
    }

    /** What stands at the top level is as it has to be, whether or not any evaluation leaves it out. */
    private static Map<String, Object> defaults(Fields fields) {
        Map<String, Object> defaults = new LinkedHashMap<>();
        for (String name : List.of("subject", "action", "resource", "context")) {
            if (fields.has(name)) {
                check(name, fields.object(name));
                defaults.put(name, fields.attributes(name));
            }
        }
        return defaults;
    }

    private static void check(String name, Fields fields) {
        switch (name) {
            case "subject", "resource" -> Entity.read(fields);
            case "action" -> Action.read(fields);
            default -> {}
        }
    }

    private static Question question(Map<String, Object> defaults, @Nullable Object evaluation) {
        if (!(evaluation instanceof Map<?, ?> given)) {
            return new Question.Malformed("the evaluation is not an object");
        }
        Map<Object, Object> whole = new LinkedHashMap<>(defaults);
        whole.putAll(given);
        try {
            return Question.of(Evaluation.read(Fields.ofBody(whole)));
        } catch (MalformedException e) {
            return new Question.Malformed(String.valueOf(e.getMessage()));
        }
    }
}
