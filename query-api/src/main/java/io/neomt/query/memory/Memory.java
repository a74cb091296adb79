package io.neomt.query.memory;

import io.neomt.event.TenantId;
import io.neomt.query.memory.MemoryMeter.Kind;
import io.neomt.query.scene.Assembly;
import io.neomt.view.cache.ChangeMessage;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What this process remembers of all tenants, for as long as it hears of every change. Nothing is remembered while it
 * does not, and nothing is answered from here while it may not have heard of changes that are older than a bound.
 */
public final class Memory {

    /** Everything that is remembered between two losses of the connection. */
    private final class Era {

        private final Map<TenantId, TenantMemory> tenants = new ConcurrentHashMap<>();
        private final Room room = new Room(most);
        private volatile long heardUntil = nanos.getAsLong();
    }

    private final Assembly assembly;
    private final long most;
    private final long silence;
    private final MemoryMeter meter;
    private final LongSupplier nanos;
    private final ReentrantLock sweeping = new ReentrantLock();
    private volatile @Nullable Era era;

    /**
     * @param most how many values are remembered at the most, of all tenants together
     * @param silence how old a change may be that is not heard of yet
     * @param nanos a clock that never goes back, in nanoseconds
     */
    public Memory(Assembly assembly, long most, Duration silence, MemoryMeter meter, LongSupplier nanos) {
        this.assembly = assembly;
        this.most = most;
        this.silence = silence.toNanos();
        this.meter = meter;
        this.nanos = nanos;
    }

    /** From here on every change is heard. */
    public void listening() {
        era = new Era();
    }

    /** All changes up to this time of the clock have been heard. */
    public void heardUntil(long time) {
        Era now = era;
        if (now != null) {
            now.heardUntil = time;
        }
    }

    /** Changes may be missed from here on. */
    public void lost() {
        Era last = era;
        era = null;
        if (last != null) {
            last.tenants.values().forEach(TenantMemory::close);
            meter.invalidated(Kind.LOST, 1);
        }
    }

    /** To be told in the order of the messages, by one thread. */
    public void changed(ChangeMessage message) {
        Era now = era;
        TenantMemory tenant = now == null ? null : now.tenants.get(message.tenant());
        if (now == null || tenant == null) {
            return;
        }
        if (tenant.apply(message)) {
            count(message);
        } else {
            now.tenants.remove(message.tenant(), tenant);
            tenant.close();
            meter.invalidated(message.everything() ? Kind.EVERYTHING : Kind.GAP, 1);
        }
    }

    private void count(ChangeMessage message) {
        meter.invalidated(Kind.USER, message.users().size());
        meter.invalidated(Kind.ROLE, message.roles().size());
        meter.invalidated(Kind.TEAM, message.teams().size());
        meter.invalidated(Kind.RESOURCE, message.resources().size());
    }

    /** How many values are remembered. */
    public long size() {
        Era now = era;
        return now == null ? 0 : now.room.taken();
    }

    /** Null while nothing may be believed, or when nothing is remembered of the tenant. */
    @Nullable
    TenantMemory of(TenantId tenant) {
        Era now = era;
        return now == null || nanos.getAsLong() - now.heardUntil > silence ? null : now.tenants.get(tenant);
    }

    /** To be called before what is to be remembered is read; null while nothing may be remembered. */
    @Nullable
    TenantMemory open(TenantId tenant) {
        Era now = era;
        return now == null ? null : now.tenants.computeIfAbsent(tenant, _ -> new TenantMemory(assembly, now.room));
    }

    /** Makes room when there is none; one thread does it for all. */
    void tidy() {
        Era now = era;
        if (now != null && now.room.isFull() && sweeping.tryLock()) {
            try {
                while (!now.room.isAiry()) {
                    sweep(now);
                }
            } finally {
                sweeping.unlock();
            }
        }
    }

    private static void sweep(Era now) {
        now.tenants.forEach((id, tenant) -> {
            if (!now.room.isAiry() && tenant.forgetUnused()) {
                now.tenants.remove(id, tenant);
                tenant.close();
            }
        });
    }
}
