package io.neomt.query.authzen;

import io.neomt.permission.Decision;
import io.neomt.query.check.CheckRequest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The questions of one body in their order, to be answered from one snapshot. */
public record Asked(List<Question> questions, Semantic semantic) {

    public Asked {
        questions = List.copyOf(questions);
    }

    /** One evaluation, asked alone. */
    public static Asked of(Evaluation evaluation) {
        return new Asked(List.of(Question.of(evaluation)), Semantic.EXECUTE_ALL);
    }

    /** Those of the questions that can be asked, in their order. */
    public List<CheckRequest> requests() {
        List<CheckRequest> requests = new ArrayList<>(questions.size());
        for (Question question : questions) {
            if (question instanceof Question.Check(var request)) {
                requests.add(request);
            }
        }
        return requests;
    }

    /**
     * The answers in the order of the questions, until the semantic says that it is enough.
     *
     * @param decisions on the {@link #requests}, in their order
     */
    public List<Verdict> answer(List<Decision> decisions) {
        Iterator<Decision> next = decisions.iterator();
        List<Verdict> answers = new ArrayList<>(questions.size());
        for (Question question : questions) {
            Verdict answer = answer(question, next);
            answers.add(answer);
            if (semantic.endsWith(answer.decision())) {
                break;
            }
        }
        return answers;
    }

    private static Verdict answer(Question question, Iterator<Decision> decisions) {
        return switch (question) {
            case Question.Hopeless(var reason) -> Verdict.denied(reason);
            case Question.Malformed(var message) -> Verdict.malformed(message);
            case Question.Check _ -> Verdict.of(decisions.next());
        };
    }
}
