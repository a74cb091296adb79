package io.neomt.query.worlds;

import io.neomt.query.check.CheckRequest;
import io.neomt.testkit.permissions.Answer;
import io.neomt.testkit.permissions.Check;
import io.neomt.testkit.permissions.ReferenceEvaluator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A question about a world with the right answer to it.
 *
 * @param check what is asked, with all that counts of the resource
 * @param where names the world, so that it can be drawn again
 */
public record Question(CheckRequest request, Check check, Answer right, String where) {

    /** A check in all the ways in which it can be asked: of a resource one may say everything, nothing or a part. */
    static Stream<Question> about(Check check, Map<String, Stored> stored, ReferenceEvaluator reference, String where) {
        if (check.target() == null) {
            return Stream.of(question(Requests.describing(check), check, reference, where));
        }
        Check known = Stored.known(check, stored);
        Check added = Stored.adding(check, stored);
        return Stream.of(
                question(Requests.describing(check), check, reference, where),
                question(Requests.naming(check), known, reference, where),
                question(Requests.adding(check), added, reference, where));
    }

    private static Question question(CheckRequest request, Check check, ReferenceEvaluator reference, String where) {
        return new Question(request, check, reference.answer(check), where);
    }

    @Override
    public String toString() {
        return "%s: %s".formatted(where, check);
    }
}
