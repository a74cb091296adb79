package io.neomt.query.web;

import io.neomt.commons.security.Caller;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.Decision;
import io.neomt.query.authzen.ActionSearch;
import io.neomt.query.authzen.Part;
import io.neomt.query.authzen.Question;
import io.neomt.query.check.CheckRequest;
import io.neomt.query.lookup.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Searches by the AuthZEN standard. Whatever is found was checked like any evaluation. */
@RestController
@RequestMapping({"/access/v1/search", "/api/v1/tenants/{tenant}/access/v1/search"})
public final class AuthzenSearchController {

    private final Readings readings;
    private final Vocabulary vocabulary;

    public AuthzenSearchController(Readings readings, Vocabulary vocabulary) {
        this.readings = readings;
        this.vocabulary = vocabulary;
    }

    /** The page comes first, so that a reader of many results knows how many there are. */
    record ResultsBody<T>(PageBody page, List<T> results) {
        static <T> ResultsBody<T> of(Part<T> part) {
            return new ResultsBody<>(
                    new PageBody(part.nextToken(), part.results().size()), part.results());
        }
    }

    /** @param nextToken empty where there is no more */
    record PageBody(String nextToken, int count) {}

    /** One thing that may be done. */
    record ActionBody(String name) {}

    @PostMapping("/action")
    ResultsBody<ActionBody> searchActions(
            Caller caller,
            @PathVariable(required = false) @Nullable String tenant,
            @RequestBody Map<String, Object> body,
            ServletWebRequest request) {
        ActionSearch search = ActionSearch.parse(body);
        Reading reading = readings.ofAnyStatus(caller, AuthzenTenant.named(tenant, request), request);
        return Question.user(search.subject())
                .map(user -> ResultsBody.of(actions(reading.requireAbout(user, Permissions.CHECK), user, search)))
                .orElseGet(() -> ResultsBody.of(Part.empty()));
    }

    private Part<ActionBody> actions(Reading reading, UserId user, ActionSearch search) {
        if (!reading.tenant().active()) {
            return Part.empty();
        }
        String type = search.resource().type();
        TreeSet<String> names = new TreeSet<>(
                reading.read(() -> vocabulary.actions(reading.tenant().id(), type, user)));
        // what the platform gives its users counts in every tenant
        names.addAll(vocabulary.actions(TenantId.PLATFORM, type, user).value());
        List<ActionBody> allowed = allowed(reading, List.copyOf(names), name -> Question.of(search.of(name))).stream()
                .map(ActionBody::new)
                .toList();
        return Part.of(allowed, ActionBody::name, search.paging());
    }

    /** Those of the candidates about which the question is answered with yes, in their order. */
    private static List<String> allowed(Reading reading, List<String> candidates, Function<String, Question> question) {
        List<String> asked = new ArrayList<>();
        List<CheckRequest> requests = new ArrayList<>();
        for (String candidate : candidates) {
            if (question.apply(candidate) instanceof Question.Check(var request)) {
                asked.add(candidate);
                requests.add(request);
            }
        }
        List<Decision> decisions = reading.decide(requests, Permissions.CHECK).value();
        List<String> allowed = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            if (decisions.get(i).allowed()) {
                allowed.add(asked.get(i));
            }
        }
        return allowed;
    }
}
