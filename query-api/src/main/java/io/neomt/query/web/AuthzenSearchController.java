package io.neomt.query.web;

import io.neomt.commons.security.Caller;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.Decision;
import io.neomt.query.authzen.ActionSearch;
import io.neomt.query.authzen.Part;
import io.neomt.query.authzen.Question;
import io.neomt.query.authzen.ResourceSearch;
import io.neomt.query.authzen.SubjectSearch;
import io.neomt.query.authzen.Sweep;
import io.neomt.query.check.CheckRequest;
import io.neomt.query.lookup.Candidates;
import io.neomt.query.lookup.Vocabulary;
import io.neomt.query.web.AuthzenResults.ActionBody;
import io.neomt.query.web.AuthzenResults.EntityBody;
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
    private final Candidates candidates;
    private final Vocabulary vocabulary;

    public AuthzenSearchController(Readings readings, Candidates candidates, Vocabulary vocabulary) {
        this.readings = readings;
        this.candidates = candidates;
        this.vocabulary = vocabulary;
    }

    /** Users of the tenant and those whom it gave access; not those of the platform. */
    @PostMapping("/subject")
    AuthzenResults<EntityBody> searchSubjects(
            Caller caller,
            @PathVariable(required = false) @Nullable String tenant,
            @RequestBody Map<String, Object> body,
            ServletWebRequest request) {
        SubjectSearch search = SubjectSearch.parse(body);
        Reading reading = open(caller, tenant, request).require(Permissions.CHECK);
        Part<String> found = search.whoCan()
                .filter(_ -> isActive(reading))
                .map(who -> Sweep.through(
                        (after, most) -> reading.read(() -> candidates.users(id(reading), who, after, most)),
                        ids -> allowed(reading, ids, id -> Question.of(search.of(id))),
                        search.paging()))
                .orElseGet(Part::empty);
        return AuthzenResults.entities(found, search.subject());
    }

    @PostMapping("/resource")
    AuthzenResults<EntityBody> searchResources(
            Caller caller,
            @PathVariable(required = false) @Nullable String tenant,
            @RequestBody Map<String, Object> body,
            ServletWebRequest request) {
        ResourceSearch search = ResourceSearch.parse(body);
        Part<String> found = Question.user(search.subject())
                .map(user ->
                        resources(open(caller, tenant, request).requireAbout(user, Permissions.CHECK), user, search))
                .orElseGet(Part::empty);
        return AuthzenResults.entities(found, search.resource());
    }

    private Part<String> resources(Reading reading, UserId user, ResourceSearch search) {
        return search.onWhat(reading.held(user).entitlements())
                .filter(_ -> isActive(reading))
                .map(what -> Sweep.through(
                        (after, most) -> reading.read(() -> candidates.resources(id(reading), what, after, most)),
                        ids -> allowed(reading, ids, id -> Question.of(search.of(id))),
                        search.paging()))
                .orElseGet(Part::empty);
    }

    @PostMapping("/action")
    AuthzenResults<ActionBody> searchActions(
            Caller caller,
            @PathVariable(required = false) @Nullable String tenant,
            @RequestBody Map<String, Object> body,
            ServletWebRequest request) {
        ActionSearch search = ActionSearch.parse(body);
        Part<String> found = Question.user(search.subject())
                .map(user -> actions(open(caller, tenant, request).requireAbout(user, Permissions.CHECK), user, search))
                .orElseGet(Part::empty);
        return AuthzenResults.actions(found);
    }

    private Part<String> actions(Reading reading, UserId user, ActionSearch search) {
        if (!isActive(reading)) {
            return Part.empty();
        }
        String type = search.resource().type();
        TreeSet<String> names = new TreeSet<>(reading.read(() -> vocabulary.actions(id(reading), type, user)));
        // what the platform gives its users counts in every tenant
        names.addAll(vocabulary.actions(TenantId.PLATFORM, type, user).value());
        List<String> allowed = allowed(reading, List.copyOf(names), name -> Question.of(search.of(name)));
        return Part.of(allowed, Function.identity(), search.paging());
    }

    private Reading open(Caller caller, @Nullable String tenant, ServletWebRequest request) {
        return readings.ofAnyStatus(caller, AuthzenTenant.named(tenant, request), request);
    }

    private static TenantId id(Reading reading) {
        return reading.tenant().id();
    }

    /** Elsewhere everybody is blocked. */
    private static boolean isActive(Reading reading) {
        return reading.tenant().active();
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
