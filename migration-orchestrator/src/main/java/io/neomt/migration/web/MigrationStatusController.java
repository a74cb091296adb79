package io.neomt.migration.web;

import io.neomt.commons.security.Caller;
import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ApiResponse;
import io.neomt.commons.web.ErrorCode;
import io.neomt.migration.run.AdminSchema;
import io.neomt.migration.run.DatabaseUnreachableException;
import io.neomt.migration.store.TenantVersions;
import java.time.Duration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far the databases have been migrated; for users of the platform only. */
@RestController
public final class MigrationStatusController {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    private final AdminSchema schema;
    private final TenantVersions tenants;

    public MigrationStatusController(AdminSchema schema, TenantVersions tenants) {
        this.schema = schema;
        this.tenants = tenants;
    }

    @GetMapping("/api/v1/admin/migrations/status")
    ApiResponse<MigrationStatus> status(Caller caller) {
        if (!caller.platform()) {
            throw new ApiException(ErrorCode.FORBIDDEN, "only users of the platform may see the state of migrations");
        }
        try {
            return ApiResponse.of(MigrationStatus.of(schema.read(), tenants.byVersion()));
        } catch (DatabaseUnreachableException e) {
            throw ApiException.unavailable(ErrorCode.SERVICE_UNAVAILABLE, "the database does not answer", RETRY_AFTER);
        }
    }
}
