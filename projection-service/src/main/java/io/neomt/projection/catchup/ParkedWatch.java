package io.neomt.projection.catchup;

import io.neomt.event.TenantId;
import io.neomt.projection.kernel.Parked;
import io.neomt.projection.kernel.TenantEngine;
import io.neomt.projection.kernel.TrackStatus;
import io.neomt.projection.store.ParkedTenants;
import io.neomt.projection.store.ParkedTenants.Row;
import io.neomt.projection.store.StoredEvents;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Has all processes agree on what is parked: what one has found, every other one keeps, also after a restart; what was
 * repaired, or has moved on elsewhere, is tried again here.
 */
public final class ParkedWatch implements Runnable {

    private final ParkedTenants rows;
    private final StoredEvents events;
    private final List<TenantEngine> engines;
    private final Predicate<TenantId> owned;
    private final ExecutorService workers;

    /** @param workers on which tenants are worked on */
    public ParkedWatch(
            ParkedTenants rows,
            StoredEvents events,
            List<TenantEngine> engines,
            Predicate<TenantId> owned,
            ExecutorService workers) {
        this.rows = rows;
        this.events = events;
        this.engines = List.copyOf(engines);
        this.owned = owned;
        this.workers = workers;
    }

    private record View(TenantId tenant, String projection) {
        static View of(Parked parked) {
            return new View(parked.tenant(), parked.projection());
        }
    }

    @Override
    public void run() {
        rows.saveLeft();
        events.refresh();
        // looked at before the rows, which are written before anything is parked
        Map<TenantEngine, List<Parked>> here = new LinkedHashMap<>();
        engines.forEach(engine -> here.put(engine, parked(engine)));
        List<Row> all = rows.all();
        here.forEach((engine, parked) -> agree(engine, parked, all));
    }

    private static List<Parked> parked(TenantEngine engine) {
        return engine.statuses()
                .filter(status -> status.state() == TrackStatus.State.PARKED)
                .map(TrackStatus::parked)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    private void agree(TenantEngine engine, List<Parked> here, List<Row> all) {
        Map<View, Row> parked = new HashMap<>();
        all.stream()
                .filter(row -> engine.projections().contains(row.parked().projection()))
                .forEach(row -> parked.put(View.of(row.parked()), row));
        here.forEach(each -> compare(engine, each, parked.remove(View.of(each))));
        parked.values().stream()
                .filter(row -> owned.test(row.parked().tenant()))
                .forEach(row -> keep(engine, row));
    }

    private void compare(TenantEngine engine, Parked here, @Nullable Row row) {
        boolean goneElsewhere = row == null && !rows.isUnsaved(here);
        if (goneElsewhere || (row != null && row.isRepaired())) {
            workers.execute(() -> engine.tryAgain(here));
        }
    }

    private void keep(TenantEngine engine, Row row) {
        Parked parked = row.parked();
        boolean triedAgain =
                engine.statuses(parked.tenant()).anyMatch(status -> Objects.equals(status.parked(), parked));
        if (row.isRepaired()) {
            workers.execute(() -> engine.tryAgain(parked));
        } else if (!triedAgain) {
            engine.keepParked(parked, workers);
        }
    }
}
