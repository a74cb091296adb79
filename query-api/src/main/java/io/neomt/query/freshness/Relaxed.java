package io.neomt.query.freshness;

import io.neomt.query.UnavailableException;
import java.util.function.Supplier;

/** Marks reads that may come from a replica, since whoever asked looks at how old the answer is. */
public final class Relaxed {

    private static final ScopedValue<Boolean> RELAXED = ScopedValue.newInstance();

    private Relaxed() {}

    /** Whether the read that is being made may come from a replica. */
    public static boolean isAllowed() {
        return RELAXED.isBound();
    }

    /** From a replica where there is one; where that fails, from where it is written. */
    static <T> T read(Supplier<T> source) {
        try {
            return ScopedValue.where(RELAXED, true).call(source::get);
        } catch (UnavailableException e) {
            return source.get();
        }
    }
}
