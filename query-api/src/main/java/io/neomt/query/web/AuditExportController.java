package io.neomt.query.web;

import io.neomt.commons.connections.Tenant;
import io.neomt.commons.security.Caller;
import io.neomt.commons.security.SigningKey;
import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ErrorCode;
import io.neomt.query.audit.SealedLog;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** All that happened in a tenant, to be taken away and checked elsewhere. */
@RestController
public final class AuditExportController {

    private static final String KEY = "/.well-known/neo-audit-key";

    private final Readings readings;
    private final SealedLog log;
    private final @Nullable SigningKey key;

    /** @param key null where none is configured: exports are not signed then */
    public AuditExportController(Readings readings, SealedLog log, @Nullable SigningKey key) {
        this.readings = readings;
        this.log = log;
        this.key = key;
    }

    /** A ZIP file; also of a tenant that nobody may use. */
    @GetMapping({"/api/v1/tenants/{tenant}/audit/export", "/api/v1/audit/export"})
    void exportAudit(Caller caller, @PathVariable(required = false) @Nullable String tenant, ServletWebRequest request)
            throws IOException {
        Reading reading = readings.ofAnyStatus(caller, tenant, request).require(Permissions.READ_AUDIT);
        Tenant exported = reading.tenant();
        // before the answer begins, which cannot be taken back afterwards
        SealedLog.Seal seal = log.seal(exported.id());
        HttpServletResponse response = Objects.requireNonNull(request.getResponse());
        response.setContentType("application/zip");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"audit-" + exported.slug() + "-" + seal.position() + ".zip\"");
        new AuditExport(log, key).write(exported, seal, reading.now(), response.getOutputStream());
    }

    /** The key that exports are signed with, for whoever trusts this address. */
    @GetMapping(KEY)
    ResponseEntity<String> readAuditKey() {
        if (key == null) {
            throw new ApiException(
                    ErrorCode.ROUTE_NOT_FOUND, "exports are not signed; its operator sets neo.audit.signing-key");
        }
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(key.publicPem());
    }
}
