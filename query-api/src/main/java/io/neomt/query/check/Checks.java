package io.neomt.query.check;

import io.neomt.event.UserId;
import io.neomt.permission.Decision;
import io.neomt.query.Standing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Answers questions from the standings of the users that they are about. */
public final class Checks {

    private Checks() {}

    /** The users that a batch is about, each once. */
    public static Set<UserId> usersOf(List<CheckRequest> requests) {
        Set<UserId> users = new HashSet<>();
        requests.forEach(request -> users.add(request.user()));
        return users;
    }

    /** @throws IllegalStateException when the user's standing was not read; never to be taken for an answer */
    public static Decision decide(CheckRequest request, Map<UserId, Standing> standings) {
        Standing standing = standings.get(request.user());
        if (standing == null) {
            throw new IllegalStateException("the standing of the user was not read");
        }
        return standing.check(request.code());
    }

    /** The answers in the order of the questions. */
    public static List<Decision> decideAll(List<CheckRequest> requests, Map<UserId, Standing> standings) {
        List<Decision> answers = new ArrayList<>(requests.size());
        for (CheckRequest request : requests) {
            answers.add(decide(request, standings));
        }
        return answers;
    }
}
