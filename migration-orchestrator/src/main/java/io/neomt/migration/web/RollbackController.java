package io.neomt.migration.web;

import io.neomt.commons.security.Caller;
import io.neomt.commons.security.Guard;
import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ApiResponse;
import io.neomt.migration.plan.SchemaVersion;
import io.neomt.migration.plan.fleet.Scope;
import io.neomt.migration.run.Rollbacks;
import io.neomt.migration.run.Rollbacks.Wish;
import io.neomt.migration.run.RunPlan;
import io.neomt.migration.store.RunReader;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Begins runs that take versions back. */
@RestController
public final class RollbackController {

    private static final Pattern VERSION = Pattern.compile("[Vv]?0*([1-9][0-9]{0,17})");

    private final Rollbacks rollbacks;
    private final RunReader reader;
    private final Guard guard;
    private final int most;

    /** @param most how many schemas of one server may be migrated at a time */
    public RollbackController(Rollbacks rollbacks, RunReader reader, Guard guard, int most) {
        this.rollbacks = rollbacks;
        this.reader = reader;
        this.guard = guard;
        this.most = most;
    }

    /**
     * What is to be taken back.
     *
     * @param scope the one of tenants; no other goes back
     * @param version with all above it, such as {@code 2001} or {@code V2001}
     * @param tenant only this one's, by slug or id
     * @param run only of those that it has migrated
     */
    record Body(
            String scope,
            String version,
            @Nullable String tenant,
            @Nullable UUID run,
            @Nullable List<String> canaries,
            @Nullable Integer batchSize,
            @Nullable Integer perServer,
            @Nullable Double tolerated) {

        private Wish wish(int most) {
            if (!scope.equals(Scope.TENANTS.text())) {
                throw ApiException.validation("scope", "is tenants: other schemas do not go back");
            }
            Matcher number = VERSION.matcher(version);
            if (!number.matches()) {
                throw ApiException.validation("version", "is a number such as 2001 or V2001");
            }
            ApplyBody careful = new ApplyBody(null, null, null, canaries, batchSize, perServer, tolerated, null);
            return new Wish(
                    new SchemaVersion(number.group(1)),
                    tenant,
                    run,
                    careful.spec(most).policy());
        }
    }

    /** 202 with the run, or 200 where no schema has the version. */
    @PostMapping("/api/v1/admin/migrations/rollback")
    ResponseEntity<ApiResponse<?>> rollBack(Caller caller, @RequestBody Body body) {
        guard.write(caller);
        return Refusals.told(() -> rollbacks.begin(body.wish(most), caller.externalId()))
                .<ResponseEntity<ApiResponse<?>>>map(this::accepted)
                .orElseGet(() -> ResponseEntity.ok(ApiResponse.of(Map.of("up_to_date", true))));
    }

    private ResponseEntity<ApiResponse<?>> accepted(RunPlan plan) {
        return ResponseEntity.accepted()
                .location(URI.create(RunController.RUNS + "/" + plan.id()))
                .body(ApiResponse.of(reader.run(plan.id()).orElseThrow()));
    }
}
