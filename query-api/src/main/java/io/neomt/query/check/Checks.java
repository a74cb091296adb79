package io.neomt.query.check;

import io.neomt.event.UserId;
import io.neomt.permission.Decision;
import io.neomt.query.Standing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Many questions at once, answered from one snapshot. */
public final class Checks {

    private Checks() {}

    /** The users that the questions are about, each once. */
    public static Set<UserId> usersOf(List<CheckRequest> requests) {
        Set<UserId> users = new HashSet<>();
        requests.forEach(request -> users.add(request.user()));
        return users;
    }

    /**
     * The answers in the order of the questions.
     *
     * @throws NullPointerException when a user's standing was not read; that is never taken for an answer
     */
    public static List<Decision> decide(List<CheckRequest> requests, Map<UserId, Standing> standings) {
        List<Decision> answers = new ArrayList<>(requests.size());
        for (CheckRequest request : requests) {
            answers.add(request.decide(Objects.requireNonNull(standings.get(request.user()))));
        }
        return answers;
    }
}
