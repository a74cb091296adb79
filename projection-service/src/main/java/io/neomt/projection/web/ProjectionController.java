package io.neomt.projection.web;

import io.neomt.commons.security.Caller;
import io.neomt.commons.security.Guard;
import io.neomt.commons.web.ApiResponse;
import io.neomt.event.TenantId;
import io.neomt.projection.kernel.EventLog;
import io.neomt.projection.kernel.TenantEngine;
import io.neomt.projection.telemetry.Watched;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** How far the projections are. */
@RestController
public final class ProjectionController {

    static final String PROJECTIONS = "/api/v1/admin/projections";

    private final List<Watched> watched;
    private final EventLog log;
    private final Tenants tenants;
    private final Guard guard;

    public ProjectionController(List<Watched> watched, EventLog log, Tenants tenants, Guard guard) {
        this.watched = List.copyOf(watched);
        this.log = log;
        this.tenants = tenants;
        this.guard = guard;
    }

    @GetMapping(PROJECTIONS)
    ApiResponse<List<ProjectionStatus>> list(Caller caller) {
        guard.read(caller);
        return ApiResponse.of(watched.stream().flatMap(ProjectionStatus::of).toList());
    }

    /** Of any tenant, whichever instance looks after it. */
    @GetMapping(PROJECTIONS + "/{projection}/tenants/{tenant}")
    ApiResponse<TenantProgress> tenant(Caller caller, @PathVariable String projection, @PathVariable String tenant) {
        guard.read(caller);
        TenantEngine engine = Refusals.engine(watched, projection);
        TenantId id = tenants.named(tenant);
        return ApiResponse.of(TenantProgress.of(
                id,
                projection,
                log.head(id),
                engine.progress(projection, id),
                engine.statuses(id)
                        .filter(status -> status.projection().equals(projection))
                        .findFirst()
                        .orElse(null)));
    }
}
