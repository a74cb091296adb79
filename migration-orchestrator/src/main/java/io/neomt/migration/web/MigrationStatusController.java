package io.neomt.migration.web;

import io.neomt.commons.security.Caller;
import io.neomt.commons.security.Guard;
import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ApiResponse;
import io.neomt.commons.web.CursorResponse;
import io.neomt.commons.web.ErrorCode;
import io.neomt.migration.plan.SchemaVersion;
import io.neomt.migration.plan.fleet.Level;
import io.neomt.migration.run.AdminSchema;
import io.neomt.migration.run.DatabaseUnreachableException;
import io.neomt.migration.store.RunReader;
import io.neomt.migration.store.SchemaReader;
import io.neomt.migration.store.SchemaReader.After;
import io.neomt.migration.store.SchemaReader.Standing;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How far the databases have been migrated. */
@RestController
public final class MigrationStatusController {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final String STATES = "up_to_date, behind or failed";
    private static final List<String> ALL = List.of("up_to_date", "behind", "failed");
    private static final List<String> BEHIND = List.of("behind", "failed");

    private final AdminSchema admin;
    private final SchemaReader schemas;
    private final RunReader runs;
    private final Supplier<Map<Level, SchemaVersion>> required;
    private final Guard guard;

    /** @param required the version that each level has to be at */
    public MigrationStatusController(
            AdminSchema admin,
            SchemaReader schemas,
            RunReader runs,
            Supplier<Map<Level, SchemaVersion>> required,
            Guard guard) {
        this.admin = admin;
        this.schemas = schemas;
        this.runs = runs;
        this.required = required;
        this.guard = guard;
    }

    @GetMapping("/api/v1/admin/migrations/status")
    ApiResponse<MigrationStatus> status(Caller caller, @RequestParam(defaultValue = "false") boolean detailed) {
        guard.read(caller);
        Map<Level, SchemaVersion> versions = Refusals.told(required);
        try {
            return ApiResponse.of(MigrationStatus.of(
                    admin.read(),
                    versions,
                    schemas.counts(versions),
                    runs.open(),
                    detailed ? schemas.schemas(versions, null, BEHIND, After.NOTHING, Cursors.USUAL) : null));
        } catch (DatabaseUnreachableException e) {
            throw ApiException.unavailable(ErrorCode.SERVICE_UNAVAILABLE, "the database does not answer", RETRY_AFTER);
        }
    }

    /** Every schema of the fleet, in parts. */
    @GetMapping("/api/v1/admin/migrations/schemas")
    CursorResponse<Standing> schemas(
            Caller caller,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        guard.read(caller);
        int most = Cursors.limit(limit);
        List<Standing> found =
                schemas.schemas(Refusals.told(required), level(level), states(state), after(cursor), most + 1);
        List<Standing> part = found.subList(0, Math.min(most, found.size()));
        Standing last = part.isEmpty() ? null : part.getLast();
        return CursorResponse.of(
                part, last == null || found.size() <= most ? null : Cursors.of(last.connection(), last.schema()));
    }

    private static @Nullable String level(@Nullable String text) {
        if (text != null
                && Arrays.stream(Level.values()).noneMatch(level -> level.text().equals(text))) {
            throw ApiException.validation("level", "is admin, regional, template or tenant");
        }
        return text;
    }

    private static List<String> states(@Nullable String text) {
        if (text != null && !ALL.contains(text)) {
            throw ApiException.validation("state", "is " + STATES);
        }
        return text == null ? ALL : List.of(text);
    }

    private static After after(@Nullable String cursor) {
        if (cursor == null) {
            return After.NOTHING;
        }
        List<String> parts = Cursors.read(cursor, 2);
        return new After(parts.getFirst(), parts.getLast());
    }
}
