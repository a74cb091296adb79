package io.neomt.permission;

import org.jspecify.annotations.Nullable;

/**
 * A place for a value that many refer to, so that it is replaced for all of them at once. Thread-safe; reading never
 * waits.
 */
public final class Cell<T> {

    private record Kept<T>(long since, T value) {}

    private volatile @Nullable Kept<T> kept;

    /** Written without order: to lose a mark does no harm. */
    private boolean used;

    /** With nothing in it. */
    public Cell() {}

    /** @param since the position that the value was read at */
    public Cell(long since, T value) {
        put(since, value);
    }

    /** The value, if it is there and was so at this position; null otherwise. */
    public @Nullable T at(long position) {
        Kept<T> now = kept;
        if (now == null || now.since > position) {
            return null;
        }
        if (!used) {
            used = true;
        }
        return now.value;
    }

    /** Whether it was read since it was last asked this. */
    public boolean wasUsed() {
        boolean was = used;
        used = false;
        return was;
    }

    /** Whether a value is there that was read at this position or later. */
    public boolean isSince(long position) {
        Kept<T> now = kept;
        return now != null && now.since >= position;
    }

    public boolean isEmpty() {
        return kept == null;
    }

    /** @param since the position that the value was read at */
    public void put(long since, T value) {
        kept = new Kept<>(since, value);
    }

    public void clear() {
        kept = null;
    }
}
