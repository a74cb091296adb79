package io.neomt.migration.web;

import io.neomt.commons.security.Caller;
import io.neomt.commons.security.Guard;
import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ApiResponse;
import io.neomt.commons.web.CursorResponse;
import io.neomt.migration.plan.fleet.RunState;
import io.neomt.migration.plan.fleet.Scope;
import io.neomt.migration.run.Orders;
import io.neomt.migration.store.RunControl;
import io.neomt.migration.store.RunReader;
import io.neomt.migration.store.TargetReader;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Runs of migrations: how far they are, and what people do with them. */
@RestController
public final class RunController {

    static final String RUNS = "/api/v1/admin/migrations/runs";

    private static final int NEWEST = 50;

    private final Orders orders;
    private final RunReader reader;
    private final TargetReader targets;
    private final RunControl control;
    private final Guard guard;

    public RunController(Orders orders, RunReader reader, TargetReader targets, RunControl control, Guard guard) {
        this.orders = orders;
        this.reader = reader;
        this.targets = targets;
        this.control = control;
        this.guard = guard;
    }

    /** The newest fifty. */
    @GetMapping(RUNS)
    ApiResponse<List<RunReader.Run>> list(Caller caller) {
        guard.read(caller);
        return ApiResponse.of(reader.newest(NEWEST));
    }

    @GetMapping(RUNS + "/{id}")
    ApiResponse<RunReader.Run> show(Caller caller, @PathVariable String id) {
        guard.read(caller);
        return ApiResponse.of(found(run(id)));
    }

    @GetMapping(RUNS + "/{id}/targets")
    CursorResponse<TargetReader.View> targets(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Integer wave,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor) {
        guard.read(caller);
        int most = Cursors.limit(limit);
        UUID run = found(run(id)).id();
        List<TargetReader.View> found = targets.targets(run, state, wave, Cursors.number(cursor), most + 1);
        List<TargetReader.View> part = found.subList(0, Math.min(most, found.size()));
        return CursorResponse.of(
                part,
                found.size() > most ? Cursors.of(Integer.toString(part.getLast().number())) : null);
    }

    @PostMapping(RUNS + "/{id}/pause")
    ApiResponse<RunReader.Run> pause(Caller caller, @PathVariable String id) {
        return changed(caller, run(id), control::pause);
    }

    @PostMapping(RUNS + "/{id}/resume")
    ApiResponse<RunReader.Run> resume(Caller caller, @PathVariable String id) {
        return changed(caller, run(id), run -> Refusals.told(() -> resumed(run)));
    }

    /** What goes back may do so without the scripts that brought it forth. */
    private RunControl.Found resumed(UUID id) {
        reader.run(id)
                .filter(run -> run.direction().equals("apply")
                        && RunState.of(run.state()).open())
                .flatMap(run -> Scope.of(run.scope()))
                .ifPresent(orders::validate);
        return control.resume(id);
    }

    @PostMapping(RUNS + "/{id}/abort")
    ApiResponse<RunReader.Run> abort(Caller caller, @PathVariable String id) {
        return changed(caller, run(id), control::abort);
    }

    private ApiResponse<RunReader.Run> changed(Caller caller, UUID id, Function<UUID, RunControl.Found> change) {
        guard.write(caller);
        RunControl.Found found = change.apply(id);
        if (!found.changed() && found.state() != null) {
            throw new ApiException(
                    Refusals.WRONG_RUN_STATE,
                    "The run is " + found.state().text() + ".",
                    Map.of("state", found.state().text()));
        }
        return ApiResponse.of(found(id));
    }

    private static UUID run(String text) {
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equals(text)) {
                return id;
            }
        } catch (IllegalArgumentException _) {
            // told below
        }
        throw ApiException.invalidId("id");
    }

    private RunReader.Run found(UUID id) {
        return reader.run(id)
                .orElseThrow(() -> new ApiException(Refusals.RUN_NOT_FOUND, "There is no run " + id + "."));
    }
}
