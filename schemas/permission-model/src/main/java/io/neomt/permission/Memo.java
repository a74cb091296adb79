package io.neomt.permission;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Remembers a few values by the identity of their keys, so that what is asked again need not be made again. It is read
 * without a lock and without making anything; of values that are put at once some may be lost. When it is full, it
 * begins anew.
 */
final class Memo<K, V> {

    private static final int SMALLEST = 4;
    private static final int LARGEST = 64;
    private static final Object[] EMPTY = new Object[2];

    /** Keys at even places and their values behind them, at most half full, and never changed. */
    private volatile @Nullable Object[] table = EMPTY;

    @SuppressWarnings({"unchecked", "ReferenceEquality"}) // behind a key lies its value
    @Nullable
    V get(K key) {
        Object[] now = table;
        int place = place(key, now);
        for (Object found = now[place]; found != null; found = now[place]) {
            if (found == key) {
                return (V) now[place + 1];
            }
            place = next(place, now);
        }
        return null;
    }

    V put(K key, V value) {
        Object[] now = table;
        int entries = (int) Arrays.stream(now).filter(each -> each != null).count() / 2;
        Object[] wider = new Object[4 * Math.max(SMALLEST, Integer.highestOneBit(entries) * 2)];
        if (wider.length > 4 * LARGEST) {
            wider = new Object[4 * SMALLEST];
        } else {
            for (int i = 0; i < now.length; i += 2) {
                add(now[i], now[i + 1], wider);
            }
        }
        add(key, value, wider);
        table = wider;
        return value;
    }

    private static void add(@Nullable Object key, @Nullable Object value, @Nullable Object[] table) {
        if (key != null) {
            int place = place(key, table);
            while (table[place] != null) {
                place = next(place, table);
            }
            table[place] = key;
            table[place + 1] = value;
        }
    }

    private static int place(Object key, @Nullable Object[] table) {
        int hash = System.identityHashCode(key) * 0x9E3779B9;
        return (hash ^ hash >>> 16) << 1 & table.length - 1;
    }

    private static int next(int place, @Nullable Object[] table) {
        return place + 2 & table.length - 1;
    }
}
