package io.neomt.commons.web;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Whether the answer to the request that this thread is at comes from views that do not go on. */
public final class Staleness {

    static final ScopedValue<AtomicBoolean> CURRENT = ScopedValue.newInstance();

    private Staleness() {}

    /** The body will say so. */
    public static void mark() {
        if (CURRENT.isBound()) {
            CURRENT.get().set(true);
        }
    }

    /** True or null, since bodies say it only where it is so. */
    public static @Nullable Boolean ifStale() {
        return (CURRENT.isBound() && CURRENT.get().get()) ? Boolean.TRUE : null;
    }
}
