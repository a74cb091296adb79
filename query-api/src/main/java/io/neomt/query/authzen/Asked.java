package io.neomt.query.authzen;

import io.neomt.event.UserId;
import io.neomt.permission.Decision;
import io.neomt.query.Standing;
import io.neomt.query.check.CheckRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;

/** The questions of one body in their order, to be answered from one snapshot. */
public record Asked(List<Question> questions, Semantic semantic) {

    public Asked {
        questions = List.copyOf(questions);
    }

    /** One evaluation, asked alone. */
    public static Asked of(Evaluation evaluation) {
        return new Asked(List.of(Question.of(evaluation)), Semantic.EXECUTE_ALL);
    }

    /** The users whom the questions are about. */
    public Set<UserId> users() {
        Set<UserId> users = new HashSet<>();
        for (Question question : questions) {
            if (question instanceof Question.Check(var request)) {
                users.add(request.user());
            }
        }
        return users;
    }

    /**
     * The answers in the order of the questions, until the semantic says that it is enough.
     *
     * @param standings of all {@link #users}
     * @param decided is told each decision
     */
    public List<Verdict> answer(Map<UserId, Standing> standings, BiConsumer<CheckRequest, Decision> decided) {
        List<Verdict> answers = new ArrayList<>(questions.size());
        for (Question question : questions) {
            Verdict answer = answer(question, standings, decided);
            answers.add(answer);
            if (semantic.endsWith(answer.decision())) {
                break;
            }
        }
        return answers;
    }

    private static Verdict answer(
            Question question, Map<UserId, Standing> standings, BiConsumer<CheckRequest, Decision> decided) {
        return switch (question) {
            case Question.Hopeless(var reason) -> Verdict.denied(reason);
            case Question.Malformed(var message) -> Verdict.malformed(message);
            case Question.Check(var request) -> {
                Decision decision = request.decide(Objects.requireNonNull(standings.get(request.user())));
                decided.accept(request, decision);
                yield Verdict.of(decision);
            }
        };
    }
}
