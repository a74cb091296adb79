package io.neomt.migration.web;

import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ErrorCode;
import io.neomt.migration.plan.undo.UndoScripts.UndoMissingException;
import io.neomt.migration.run.Orders.UnknownTenantException;
import io.neomt.migration.run.Runs.SchemaTakenException;
import io.neomt.migration.run.Validation.ScriptsChangedException;
import io.neomt.migration.store.script.ScriptsInvalidException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** What callers are told when no run can be made of what they ask for. */
final class Refusals {

    static final ErrorCode MIGRATION_RUNNING = new ErrorCode(409, "MIGRATION_RUNNING");
    static final ErrorCode RUN_NOT_FOUND = new ErrorCode(404, "MIGRATION_RUN_NOT_FOUND");
    static final ErrorCode WRONG_RUN_STATE = new ErrorCode(409, "WRONG_MIGRATION_RUN_STATE");
    static final ErrorCode UNDO_MISSING = new ErrorCode(409, "MIGRATION_UNDO_MISSING");
    static final ErrorCode SCRIPTS_INVALID = new ErrorCode(409, "MIGRATION_SCRIPTS_INVALID");
    static final ErrorCode SCRIPTS_CHANGED = new ErrorCode(409, "MIGRATION_SCRIPTS_CHANGED");

    private Refusals() {}

    static <T> T told(Supplier<T> work) {
        try {
            return work.get();
        } catch (SchemaTakenException e) {
            String holder = e.run().map(UUID::toString).orElse("another run");
            throw new ApiException(
                    MIGRATION_RUNNING,
                    "The run " + holder + " holds a schema of this one; wait until it has ended, or abort it.",
                    Map.of("run", holder));
        } catch (UnknownTenantException e) {
            throw new ApiException(
                    ErrorCode.TENANT_NOT_FOUND,
                    "No schema belongs to a tenant '" + e.getMessage() + "'.",
                    Map.of("tenant", String.valueOf(e.getMessage())));
        } catch (UndoMissingException e) {
            throw new ApiException(UNDO_MISSING, String.valueOf(e.getMessage()), Map.of("file", e.file()));
        } catch (ScriptsInvalidException e) {
            throw new ApiException(SCRIPTS_INVALID, String.valueOf(e.getMessage()));
        } catch (ScriptsChangedException e) {
            throw new ApiException(
                    SCRIPTS_CHANGED, "As " + e.schema() + " shows, " + e.getMessage(), Map.of("schema", e.schema()));
        }
    }
}
