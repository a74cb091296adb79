package io.neomt.projection.cache;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.projection.kernel.EventLog;
import io.neomt.projection.permissionsets.SetReader;
import io.neomt.projection.rebuild.Blueprint;
import io.neomt.projection.rebuild.Difference;
import io.neomt.projection.rebuild.Observer;
import io.neomt.projection.rebuild.UnsettledException;
import java.time.Duration;
import java.util.Map;

/** Makes a tenant's permission sets anew from its rows, as another generation in Redis. */
public final class SetBlueprint implements Blueprint {

    private static final int CHECKED = 0;

    private final SetCache cache;
    private final Generations generations;
    private final SetReader reader;
    private final EventLog log;
    private final Duration patience;

    /** @param patience how long to wait for the running sets to come to where the new ones are */
    public SetBlueprint(SetCache cache, Generations generations, SetReader reader, EventLog log, Duration patience) {
        this.cache = cache;
        this.generations = generations;
        this.reader = reader;
        this.log = log;
        this.patience = patience;
    }

    @Override
    public Made make(TenantId tenant, int generation, boolean compare, boolean flip, Observer observer) {
        // the process that began may have died after the flip
        return generations
                .before(tenant, generation)
                .map(previous -> new Made(reader.position(tenant), 0, previous))
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
        shadow.fill(reader);
        Position at = settle(shadow, tenant, flip, observer);
        int previous = flip ? generations.before(tenant, generation).orElse(0) : 0;
        return new Made(at, shadow.written(), previous);
    }

    /** In a generation that no rebuild has, which is removed by the names of what was written. */
    @Override
    public void check(TenantId tenant, Observer observer) {
        SetShadow shadow = new SetShadow(cache, generations, tenant, CHECKED, true, observer);
        try {
            shadow.fill(reader);
            settle(shadow, tenant, false, observer);
        } finally {
            shadow.remove();
        }
    }

    @Override
    public Position goBack(TenantId tenant, int generation, Observer observer) {
        if (generations.isRead(tenant, generation)) {
            return reader.position(tenant);
        }
        SetShadow shadow = new SetShadow(cache, generations, tenant, generation, false, observer);
        return settle(shadow, tenant, true, observer);
    }

    @Override
    public void drop(Map<TenantId, Integer> all) {
        generations.drop(all);
    }

    private Position settle(SetShadow shadow, TenantId tenant, boolean flip, Observer observer) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            observer.goOn();
            Position at = shadow.catchUp(reader, log);
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
