package io.neomt.query.freshness;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.query.At;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Repeats a read of the database until it is new enough, for a bounded time. */
public final class FreshReads {

    private final Changes changes;
    private final Patience patience;
    private final LongSupplier nanos;

    /** @param nanos a clock that never goes back, in nanoseconds */
    public FreshReads(Changes changes, Patience patience, LongSupplier nanos) {
        this.changes = changes;
        this.patience = patience;
        this.nanos = nanos;
    }

    /** @throws io.neomt.query.UnavailableException when the state stays older than needed */
    public <T> At<T> read(TenantId tenant, Position needed, Supplier<At<T>> source) {
        At<T> first = Relaxed.read(source);
        return first.position().isAtLeast(needed) ? first : repeat(tenant, needed, source);
    }

    private <T> At<T> repeat(TenantId tenant, Position needed, Supplier<At<T>> source) {
        try (Watch watch = new Watch(changes, tenant, needed, nanos)) {
            while (true) {
                At<T> read = source.get();
                switch (Freshness.ofStore(read.position(), needed, watch.waited(), patience)) {
                    case Verdict.Satisfied _ -> {
                        return read;
                    }
                    case Verdict.Wait(var atMost) -> watch.pause(atMost);
                    case Verdict.ReadThrough _, Verdict.Unavailable _ -> throw watch.tooLate(read.position());
                }
            }
        }
    }
}
