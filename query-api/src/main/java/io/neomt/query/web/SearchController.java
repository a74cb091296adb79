package io.neomt.query.web;

import io.neomt.commons.security.Caller;
import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.CursorResponse;
import io.neomt.event.UserId;
import io.neomt.permission.Decision;
import io.neomt.permission.PermissionCode;
import io.neomt.query.At;
import io.neomt.query.authzen.MalformedException;
import io.neomt.query.authzen.Paging;
import io.neomt.query.authzen.Part;
import io.neomt.query.authzen.Sweep;
import io.neomt.query.check.CheckRequest;
import io.neomt.query.lookup.Candidates;
import io.neomt.query.lookup.OnWhat;
import io.neomt.query.lookup.WhoCan;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Who may do something, and on what somebody may do it. Whatever is found was checked like any single question. */
@RestController
@RequestMapping({"/api/v1/tenants/{tenant}", "/api/v1"})
public final class SearchController {

    private static final CheckParser PARSER = new CheckParser("");
    private static final int MOST = 1_000;

    private final Readings readings;
    private final Candidates candidates;

    public SearchController(Readings readings, Candidates candidates) {
        this.readings = readings;
        this.candidates = candidates;
    }

    /** Users of the tenant and those whom it gave access; not those of the platform. */
    @GetMapping("/permissions/{code}/users")
    CursorResponse<UserFound> listUsersWithPermission(
            Caller caller,
            @PathVariable(required = false) @Nullable String tenant,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServletWebRequest request) {
        PermissionCode asked = PARSER.permission("code", code);
        Paging paging = paging(Map.of("action", code), cursor, limit);
        Reading reading = readings.ofAnyStatus(caller, tenant, request).require(Permissions.CHECK);
        WhoCan who = WhoCan.of(asked);
        Part<String> found = search(
                reading,
                (after, most) -> candidates.users(reading.tenant().id(), who, after, most),
                user -> new CheckRequest.OfCode(UserId.of(user), asked),
                paging);
        return told(found, UserFound::new);
    }

    /** Resources that are registered, or that somebody named in a grant on one resource. */
    @PostMapping("/resources/search")
    CursorResponse<ResourceFound> searchResourcesOfUser(
            Caller caller,
            @PathVariable(required = false) @Nullable String tenant,
            @RequestBody ResourceSearchBody body,
            ServletWebRequest request) {
        ResourceSearch search = PARSER.search(body);
        String type = search.type();
        Paging paging = paging(search.searched(), body.cursor(), body.limit());
        Reading reading = readings.ofAnyStatus(caller, tenant, request).requireAbout(search.user(), Permissions.CHECK);
        OnWhat what = OnWhat.of(search.on("any"), reading.held(search.user()).entitlements());
        Part<String> found = search(
                reading,
                (after, most) -> candidates.resources(reading.tenant().id(), what, after, most),
                search::on,
                paging);
        return told(found, id -> new ResourceFound(type, id));
    }

    /** A user who may. */
    record UserFound(String id) {}

    /** A resource on which somebody may. */
    record ResourceFound(String type, String id) {}

    private static <T> CursorResponse<T> told(Part<String> part, Function<String, T> told) {
        String next = part.nextToken();
        return CursorResponse.of(part.results().stream().map(told).toList(), next.isEmpty() ? null : next);
    }

    /** What may be a result, in order. */
    private interface Source {
        At<List<String>> after(@Nullable String after, int most);
    }

    private static Part<String> search(
            Reading reading, Source source, Function<String, CheckRequest> question, Paging paging) {
        if (!reading.tenant().active()) {
            // there everybody is blocked
            return Part.empty();
        }
        return Sweep.through(
                (after, most) -> reading.read(() -> source.after(after, most)),
                some -> allowed(reading, some, question),
                paging);
    }

    private static List<String> allowed(Reading reading, List<String> some, Function<String, CheckRequest> question) {
        List<Decision> decisions = reading.decide(some.stream().map(question).toList(), Permissions.CHECK)
                .value();
        return IntStream.range(0, some.size())
                .filter(i -> decisions.get(i).allowed())
                .mapToObj(some::get)
                .toList();
    }

    private static Paging paging(Map<String, Object> searched, @Nullable String cursor, @Nullable Integer limit) {
        if (limit != null && (limit < 1 || limit > MOST)) {
            throw ApiException.validation("limit", "is 1 to " + MOST);
        }
        try {
            return Paging.of(searched, cursor, limit);
        } catch (MalformedException e) {
            throw ApiException.validation("cursor", e.issue());
        }
    }
}
