package io.neomt.migration.web;

import io.neomt.commons.security.Caller;
import io.neomt.commons.security.Guard;
import io.neomt.commons.web.ApiResponse;
import io.neomt.migration.plan.fleet.RunSpec;
import io.neomt.migration.plan.fleet.Scope;
import io.neomt.migration.run.Orders;
import io.neomt.migration.run.RunPlan;
import io.neomt.migration.store.RunReader;
import io.neomt.migration.store.dryrun.DryRuns;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Begins runs of migrations. */
@RestController
public final class MigrationController {

    private final Orders orders;
    private final DryRuns dryRuns;
    private final RunReader reader;
    private final Guard guard;
    private final int most;

    /** @param most how many schemas of one server may be migrated at a time */
    public MigrationController(Orders orders, DryRuns dryRuns, RunReader reader, Guard guard, int most) {
        this.orders = orders;
        this.dryRuns = dryRuns;
        this.reader = reader;
        this.guard = guard;
        this.most = most;
    }

    /** 202 with the run, or 200 where everything is there already, or with what a dry run has found. */
    @PostMapping("/api/v1/admin/migrations/apply")
    ResponseEntity<ApiResponse<?>> apply(Caller caller, @RequestBody(required = false) @Nullable ApplyBody body) {
        guard.write(caller);
        ApplyBody asked = body == null ? ApplyBody.EVERYTHING : body;
        RunSpec spec = asked.spec(most);
        return asked.isDry() ? tried(spec, caller) : begun(spec, caller);
    }

    private ResponseEntity<ApiResponse<?>> tried(RunSpec spec, Caller caller) {
        return Refusals.told(() -> orders.plan(spec, caller.externalId()).map(dryRuns::report))
                .<ResponseEntity<ApiResponse<?>>>map(report -> ResponseEntity.ok(ApiResponse.of(report)))
                .orElseGet(() -> ResponseEntity.ok(ApiResponse.of(Map.of("up_to_date", true))));
    }

    /** As for the fleet, for one tenant by slug or id. */
    @PostMapping("/api/v1/admin/tenants/{tenant}/migrate")
    ResponseEntity<ApiResponse<?>> migrate(Caller caller, @PathVariable String tenant) {
        guard.write(caller);
        RunSpec all = ApplyBody.EVERYTHING.spec(most);
        return begun(new RunSpec(Scope.TENANTS, null, tenant, all.policy()), caller);
    }

    private ResponseEntity<ApiResponse<?>> begun(RunSpec spec, Caller caller) {
        return Refusals.told(() -> orders.begin(spec, caller.externalId()))
                .<ResponseEntity<ApiResponse<?>>>map(this::accepted)
                .orElseGet(() -> ResponseEntity.ok(ApiResponse.of(Map.of("up_to_date", true))));
    }

    private ResponseEntity<ApiResponse<?>> accepted(RunPlan plan) {
        return ResponseEntity.accepted()
                .location(URI.create(RunController.RUNS + "/" + plan.id()))
                .body(ApiResponse.of(reader.run(plan.id()).orElseThrow()));
    }
}
