package io.neomt.projection.cache;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.projection.kernel.EventLog;
import io.neomt.projection.permissionsets.SetReader;
import io.neomt.projection.permissionsets.SetSource;
import io.neomt.projection.rebuild.Blueprint;
import io.neomt.projection.rebuild.Difference;
import io.neomt.projection.rebuild.Observer;
import io.neomt.projection.rebuild.UnsettledException;
import java.time.Duration;
import java.util.Map;

/** Makes a tenant's permission sets anew, as another generation in Redis. */
public final class SetBlueprint implements Blueprint {

    private static final int CHECKED = 0;

    private final SetCache cache;
    private final Generations generations;
    private final SetReader running;
    private final SetSource source;
    private final EventLog log;
    private final Duration patience;

    /**
     * Of the rows that queries use.
     *
     * @param patience how long to wait for the running sets to come to where the new ones are
     */
    public SetBlueprint(SetCache cache, Generations generations, SetReader rows, EventLog log, Duration patience) {
        this(cache, generations, rows, SetSource.of(rows), log, patience);
    }

    private SetBlueprint(
            SetCache cache,
            Generations generations,
            SetReader running,
            SetSource source,
            EventLog log,
            Duration patience) {
        this.cache = cache;
        this.generations = generations;
        this.running = running;
        this.source = source;
        this.log = log;
        this.patience = patience;
    }

    /** The same, of other rows. */
    public SetBlueprint of(SetSource other) {
        return new SetBlueprint(cache, generations, running, other, log, patience);
    }

    @Override
    public Made make(TenantId tenant, int generation, boolean compare, boolean flip, Observer observer) {
        // the process that began may have died after the flip
        return generations
                .before(tenant, generation)
                .map(previous -> new Made(running.position(tenant), 0, previous))
                .orElseGet(() -> fill(tenant, generation, compare, flip, observer));
    }

    /** Makes them anew from rows that have changed without an event, and keeps nothing of what was. */
    public void replace(TenantId tenant, int generation) {
        Made made = make(tenant, generation, false, true, new Unheeded());
        generations.drop(Map.of(tenant, made.previous()));
    }

    private record Unheeded() implements Observer {

        @Override
        public void differs(Difference difference) {}

        @Override
        public void goOn() {}
    }

    private Made fill(TenantId tenant, int generation, boolean compare, boolean flip, Observer observer) {
        SetShadow shadow = new SetShadow(cache, generations, tenant, generation, compare, observer);
        Position at = fill(shadow, tenant, flip, observer);
        int previous = flip ? generations.before(tenant, generation).orElse(0) : 0;
        return new Made(at, shadow.written(), previous);
    }

    private Position fill(SetShadow shadow, TenantId tenant, boolean flip, Observer observer) {
        return source.read(tenant, observer::goOn, rows -> {
            shadow.fill(rows);
            return settle(shadow, rows, tenant, flip, observer);
        });
    }

    /** In a generation that no rebuild has, which is removed by the names of what was written. */
    @Override
    public void check(TenantId tenant, Observer observer) {
        SetShadow shadow = new SetShadow(cache, generations, tenant, CHECKED, true, observer);
        try {
            fill(shadow, tenant, false, observer);
        } finally {
            shadow.remove();
        }
    }

    @Override
    public Position goBack(TenantId tenant, int generation, Observer observer) {
        if (generations.isRead(tenant, generation)) {
            return running.position(tenant);
        }
        SetShadow shadow = new SetShadow(cache, generations, tenant, generation, false, observer);
        return settle(shadow, running, tenant, true, observer);
    }

    @Override
    public void drop(Map<TenantId, Integer> all) {
        generations.drop(all);
    }

    private Position settle(SetShadow shadow, SetReader rows, TenantId tenant, boolean flip, Observer observer) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            observer.goOn();
            Position at = shadow.catchUp(rows, log);
            if (shadow.compareAll() && (!flip || shadow.flip(at))) {
                return at;
            }
            if (System.nanoTime() - deadline > 0) {
                throw new UnsettledException(PermissionSetProjection.NAME, tenant);
            }
            shadow.pause();
        }
    }
}
