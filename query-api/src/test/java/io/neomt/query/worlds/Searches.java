package io.neomt.query.worlds;

import io.neomt.commons.connections.Tenant;
import io.neomt.event.Position;
import io.neomt.event.UserId;
import io.neomt.permission.Decision;
import io.neomt.permission.Entitlement;
import io.neomt.query.authzen.Paging;
import io.neomt.query.authzen.Part;
import io.neomt.query.authzen.Sweep;
import io.neomt.query.check.CheckRequest;
import io.neomt.query.check.Checks;
import io.neomt.query.check.Inquiries;
import io.neomt.query.lookup.Candidates;
import io.neomt.query.lookup.OnWhat;
import io.neomt.query.lookup.WhoCan;
import io.neomt.query.scene.Scenes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;

/**
 * Searches as the query API makes them, from the first part to the last.
 *
 * @param limits how many results each part may have
 */
record Searches(Tenant tenant, Candidates candidates, Scenes scenes, Instant now, IntSupplier limits) {

    /** @param question about one user */
    List<String> users(WhoCan who, Function<UserId, CheckRequest> question) {
        return all(
                (after, most) -> candidates.users(tenant.id(), who, after, most).value(),
                id -> question.apply(UserId.of(id)));
    }

    /** @param question about one resource by its id */
    List<String> resources(Function<String, CheckRequest.OnResource> question) {
        CheckRequest.OnResource any = question.apply("any");
        OnWhat what = OnWhat.of(any, held(any.user()));
        return all(
                (after, most) ->
                        candidates.resources(tenant.id(), what, after, most).value(),
                question::apply);
    }

    List<Entitlement> held(UserId user) {
        return new Inquiries(scenes)
                .held(tenant.id(), user, _ -> Position.NONE)
                .value()
                .entitlements();
    }

    private List<String> all(Sweep.Candidates source, Function<String, CheckRequest> question) {
        List<String> found = new ArrayList<>();
        String token = "";
        do {
            Part<String> part = Sweep.through(
                    source, some -> allowed(some, question), Paging.of(Map.of(), token, limits.getAsInt()));
            found.addAll(part.results());
            token = part.nextToken();
        } while (!token.isEmpty());
        return found;
    }

    private List<String> allowed(List<String> some, Function<String, CheckRequest> question) {
        List<CheckRequest> asked = some.stream().map(question).toList();
        List<Decision> decisions = new Checks(scenes)
                .decide(tenant.id(), asked, now, _ -> Position.NONE)
                .value();
        return IntStream.range(0, some.size())
                .filter(i -> decisions.get(i).allowed())
                .mapToObj(some::get)
                .toList();
    }
}
