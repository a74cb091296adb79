package io.neomt.projection.web;

import io.neomt.commons.security.Caller;
import io.neomt.commons.security.Guard;
import io.neomt.commons.web.ApiException;
import io.neomt.commons.web.ApiResponse;
import io.neomt.event.TenantId;
import io.neomt.projection.kernel.TenantEngine;
import io.neomt.projection.store.ParkedTenants;
import io.neomt.projection.telemetry.Watched;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What is parked, on whichever instance, and trying it again. */
@RestController
public final class ParkedController {

    static final String PARKED = ProjectionController.PROJECTIONS + "/parked";

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final ParkedTenants parked;
    private final List<Watched> watched;
    private final Tenants tenants;
    private final Guard guard;

    public ParkedController(ParkedTenants parked, List<Watched> watched, Tenants tenants, Guard guard) {
        this.parked = parked;
        this.watched = List.copyOf(watched);
        this.tenants = tenants;
        this.guard = guard;
    }

    /**
     * What became of a try.
     *
     * @param parked where it stands now; null when it goes on
     */
    record Tried(boolean freed, @Nullable ParkedTenant parked) {}

    @GetMapping(PARKED)
    ApiResponse<List<ParkedTenant>> list(Caller caller) {
        guard.read(caller);
        return ApiResponse.of(parked.all().stream().map(this::shown).toList());
    }

    /** At once, on this instance: whichever instance moves a view, the others see it. */
    @PostMapping(PARKED + "/{tenant}/{projection}/retry")
    ApiResponse<Tried> retry(Caller caller, @PathVariable String tenant, @PathVariable String projection) {
        guard.write(caller);
        TenantEngine engine = Refusals.engine(watched, projection);
        TenantId id = tenants.named(tenant);
        ParkedTenants.Row row = parked.find(id, projection)
                .orElseThrow(() -> new ApiException(
                        Refusals.NOT_PARKED,
                        projection + " of " + tenant + " is not parked.",
                        Map.of("projection", projection, "tenant", tenant)));
        engine.tryAgain(row.parked());
        Optional<ParkedTenants.Row> left = ended(row);
        return ApiResponse.of(new Tried(left.isEmpty(), left.map(this::shown).orElse(null)));
    }

    /** Somebody else may be at the tenant, and does it in its own turn. */
    private Optional<ParkedTenants.Row> ended(ParkedTenants.Row before) {
        TenantId tenant = before.parked().tenant();
        String projection = before.parked().projection();
        long since = System.nanoTime();
        Optional<ParkedTenants.Row> now = parked.find(tenant, projection);
        while (now.isPresent()
                && now.get().attempts() == before.attempts()
                && System.nanoTime() - since < PATIENCE.toNanos()) {
            LockSupport.parkNanos(PAUSE.toNanos());
            now = parked.find(tenant, projection);
        }
        return now;
    }

    private ParkedTenant shown(ParkedTenants.Row row) {
        return ParkedTenant.of(row, tenants.slug(row.parked().tenant()).orElse(null));
    }
}
