package io.neomt.migration.web;

import io.neomt.commons.security.Caller;
import io.neomt.commons.security.Guard;
import io.neomt.commons.web.ApiResponse;
import io.neomt.migration.plan.drift.DriftReport;
import io.neomt.migration.plan.lint.Finding;
import io.neomt.migration.plan.lint.Linting;
import io.neomt.migration.store.drift.DriftScan;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is wrong with scripts, and with schemas. */
@RestController
public final class CheckController {

    private final Linting linting;
    private final DriftScan drift;
    private final Guard guard;

    public CheckController(Linting linting, DriftScan drift, Guard guard) {
        this.linting = linting;
        this.drift = drift;
        this.guard = guard;
    }

    @GetMapping("/api/v1/admin/migrations/lint")
    ApiResponse<List<Finding>> lint(Caller caller) {
        guard.read(caller);
        return ApiResponse.of(Refusals.told(linting::all));
    }

    /** Takes seconds with thousands of schemas. */
    @GetMapping("/api/v1/admin/migrations/drift")
    ApiResponse<DriftReport> drift(Caller caller, @RequestParam(required = false) @Nullable String tenant) {
        guard.read(caller);
        return ApiResponse.of(Refusals.told(() -> drift.scan(tenant)));
    }
}
