package io.neomt.query.web;

import io.neomt.commons.security.Caller;
import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ApiResponse;
import io.neomt.commons.web.CursorResponse;
import io.neomt.commons.web.ErrorCode;
import io.neomt.event.Position;
import io.neomt.permission.PermissionCode;
import io.neomt.query.audit.AuditEntry;
import io.neomt.query.audit.AuditFilter;
import io.neomt.query.audit.AuditLog;
import io.neomt.query.audit.Holders;
import io.neomt.query.audit.TooMuchHistoryException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import tools.jackson.databind.JsonNode;

/** What happened in a tenant, and who had a permission at some time. */
@RestController
@RequestMapping({"/api/v1/tenants/{tenant}/audit", "/api/v1/audit"})
public final class AuditController {

    private static final CheckParser PARSER = new CheckParser("");
    private static final ErrorCode HISTORY_TOO_LARGE = new ErrorCode(422, "HISTORY_TOO_LARGE");
    private static final Set<String> SEARCH = Set.of("actor", "subject", "type", "from", "to", "limit", "cursor");
    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    private final Readings readings;
    private final AuditLog log;
    private final Holders holders;
    private final Function<String, JsonNode> json;

    /** @param json reads JSON */
    public AuditController(Readings readings, AuditLog log, Holders holders, Function<String, JsonNode> json) {
        this.readings = readings;
        this.log = log;
        this.holders = holders;
        this.json = json;
    }

    /** The newest event first. */
    @GetMapping
    CursorResponse<AuditEntryBody> searchAudit(
            Caller caller,
            @PathVariable(required = false) @Nullable String tenant,
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            ServletWebRequest request) {
        Parameters.checkOnly(request, SEARCH);
        int wanted = limit(limit);
        AuditFilter filter = new AuditFilter(
                Parameters.text("actor", actor),
                Parameters.text("subject", subject),
                Parameters.text("type", type),
                time("from", from),
                time("to", to),
                position(cursor),
                // one more tells whether there are more
                wanted + 1);
        Reading reading = readings.of(caller, tenant, request).require(Permissions.READ_AUDIT);
        List<AuditEntry> found = reading.read(() -> log.search(reading.tenant().id(), filter));
        List<AuditEntry> part = found.subList(0, Math.min(wanted, found.size()));
        return CursorResponse.of(
                part.stream().map(entry -> AuditEntryBody.of(entry, json)).toList(),
                part.size() == found.size()
                        ? null
                        : part.getLast().metadata().position().toString());
    }

    /** Users of the tenant and those whom it gave access; not those of the platform. */
    @GetMapping("/holders")
    ApiResponse<HoldersBody> listHoldersOfPermission(
            Caller caller,
            @PathVariable(required = false) @Nullable String tenant,
            @RequestParam String permission,
            @RequestParam(required = false) @Nullable String at,
            ServletWebRequest request) {
        Parameters.checkOnly(request, Set.of("permission", "at"));
        PermissionCode code = PARSER.permission("permission", permission);
        @Nullable Instant asked = time("at", at);
        Reading reading = readings.of(caller, tenant, request).require(Permissions.READ_AUDIT);
        Instant time = asked == null ? reading.now() : asked;
        try {
            return ApiResponse.of(
                    HoldersBody.of(code, time, holders.of(reading.tenant().id(), code, time)));
        } catch (TooMuchHistoryException e) {
            throw new ApiException(HISTORY_TOO_LARGE, String.valueOf(e.getMessage()), Map.of());
        }
    }

    private static int limit(@Nullable Integer limit) {
        if (limit != null && (limit < 1 || limit > MOST)) {
            throw ApiException.validation("limit", "is 1 to " + MOST);
        }
        return limit == null ? USUAL : limit;
    }

    private static @Nullable Instant time(String name, @Nullable String value) {
        String text = Parameters.text(name, value);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw ApiException.validation(name, "is a time like 2026-01-02T03:04:05Z");
        }
    }

    private static @Nullable Position position(@Nullable String cursor) {
        String text = Parameters.text("cursor", cursor);
        try {
            return text == null ? null : new Position(Long.parseLong(text));
        } catch (IllegalArgumentException e) {
            throw ApiException.validation("cursor", "is what an earlier answer gave as next_cursor");
        }
    }
}
