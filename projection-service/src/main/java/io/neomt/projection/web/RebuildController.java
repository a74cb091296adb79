package io.neomt.projection.web;

import io.neomt.commons.security.Caller;
import io.neomt.commons.security.Guard;
import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ApiResponse;
import io.neomt.event.TenantId;
import io.neomt.projection.store.Heads;
import io.neomt.projection.store.RebuildOrders;
import io.neomt.projection.store.RebuildReader;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Begins rebuilds, shows them, and ends or undoes them. */
@RestController
public final class RebuildController {

    private static final String REBUILDS = ProjectionController.PROJECTIONS + "/rebuilds";
    private static final int NEWEST = 50;

    private final Map<String, List<String>> sources;
    private final RebuildOrders orders;
    private final RebuildReader reader;
    private final Heads heads;
    private final Tenants tenants;
    private final Guard guard;
    private final Runnable wake;

    /**
     * @param sources of what each view can be made, the usual one first
     * @param wake tells the worker of this process that there is something to do
     */
    public RebuildController(
            Map<String, List<String>> sources,
            RebuildOrders orders,
            RebuildReader reader,
            Heads heads,
            Tenants tenants,
            Guard guard,
            Runnable wake) {
        this.sources = sources;
        this.orders = orders;
        this.reader = reader;
        this.heads = heads;
        this.tenants = tenants;
        this.guard = guard;
        this.wake = wake;
    }

    /**
     * What is to be made anew.
     *
     * @param tenant only this one's view, by slug or id
     * @param from of what; the view's usual source if absent
     * @param verify whether to compare with the running view
     * @param dryRun whether to leave the running view in its place
     */
    record Body(
            @Nullable String tenant,
            @Nullable String from,
            @Nullable Boolean verify,
            @Nullable Boolean dryRun) {}

    @PostMapping(ProjectionController.PROJECTIONS + "/{view}/rebuilds")
    ResponseEntity<ApiResponse<RebuildReader.Whole>> begin(
            Caller caller, @PathVariable String view, @RequestBody(required = false) @Nullable Body wish) {
        guard.write(caller);
        Body body = wish == null ? new Body(null, null, null, null) : wish;
        RebuildOrders.Order order = order(view, body, caller.externalId());
        return switch (orders.begin(order, targets(order.tenant()))) {
            case RebuildOrders.Taken.Begun begun -> {
                wake.run();
                yield ResponseEntity.accepted()
                        .location(URI.create(REBUILDS + "/" + begun.id()))
                        .body(ApiResponse.of(found(begun.id())));
            }
            case RebuildOrders.Taken.Running running -> throw Refusals.rebuildRunning(view, running.id(), running.by());
        };
    }

    private RebuildOrders.Order order(String view, Body body, String by) {
        @Nullable List<String> possible = sources.get(view);
        if (possible == null) {
            throw Refusals.noProjection(view, sources.keySet());
        }
        String source = body.from() == null ? possible.getFirst() : body.from();
        if (!possible.contains(source)) {
            throw ApiException.validation(
                    "from", view + " is made from " + Refusals.listed(possible, "or") + ", not from '" + source + "'");
        }
        boolean dry = Boolean.TRUE.equals(body.dryRun());
        @Nullable TenantId tenant = body.tenant() == null ? null : tenants.named(body.tenant());
        return new RebuildOrders.Order(view, source, tenant, dry || Boolean.TRUE.equals(body.verify()), dry, by);
    }

    /** A tenant without events or without a schema has no views. */
    private Map<TenantId, Heads.Head> targets(@Nullable TenantId tenant) {
        Map<TenantId, Heads.Head> all = heads.all();
        all.values().removeIf(head -> head.position().value() == 0);
        if (tenant != null) {
            all.keySet().retainAll(Set.of(tenant));
            if (all.isEmpty()) {
                throw Refusals.noViews(tenant);
            }
        }
        return all;
    }

    /** The newest fifty. */
    @GetMapping(REBUILDS)
    ApiResponse<List<RebuildReader.Rebuild>> list(Caller caller) {
        guard.read(caller);
        return ApiResponse.of(reader.newest(NEWEST));
    }

    @GetMapping(REBUILDS + "/{id}")
    ApiResponse<RebuildReader.Whole> show(Caller caller, @PathVariable long id) {
        guard.read(caller);
        return ApiResponse.of(found(id));
    }

    @PostMapping(REBUILDS + "/{id}/abort")
    ApiResponse<RebuildReader.Whole> abort(Caller caller, @PathVariable long id) {
        return changed(caller, id, orders::abort);
    }

    @PostMapping(REBUILDS + "/{id}/rollback")
    ApiResponse<RebuildReader.Whole> rollBack(Caller caller, @PathVariable long id) {
        return changed(caller, id, orders::goBack);
    }

    private ApiResponse<RebuildReader.Whole> changed(Caller caller, long id, LongFunction<RebuildOrders.Found> change) {
        guard.write(caller);
        RebuildOrders.Found found = change.apply(id);
        if (found.state() != null && !found.changed()) {
            throw Refusals.wrongRebuildState(id, found.state());
        }
        wake.run();
        return ApiResponse.of(found(id));
    }

    private RebuildReader.Whole found(long id) {
        return reader.one(id).orElseThrow(() -> Refusals.noRebuild(id));
    }
}
