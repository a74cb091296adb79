package io.neomt.query.memory;

import io.neomt.permission.Cell;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of one tenant and one kind. Anybody may read at any time; whoever changes anything holds the
 * tenant's lock.
 */
final class Values<K, V> {

    private final ConcurrentHashMap<K, Cell<V>> cells = new ConcurrentHashMap<>();
    private final Room room;
    private final boolean shared;
    private volatile int remembered;

    /** @param shared whether other values refer to these, so that a cell, once made, stays the one of its key */
    Values(Room room, boolean shared) {
        this.room = room;
        this.shared = shared;
    }

    /** Null when it is not remembered, or not for this position. */
    @Nullable
    V at(K key, long position) {
        Cell<V> cell = cells.get(key);
        return cell == null ? null : cell.at(position);
    }

    boolean has(K key) {
        Cell<V> cell = cells.get(key);
        return cell != null && !cell.isEmpty();
    }

    boolean isEmpty() {
        return remembered == 0;
    }

    Cell<V> cell(K key) {
        return cells.computeIfAbsent(key, _ -> new Cell<>());
    }

    /** What is there already has not been said to be outdated, and stays. */
    void put(K key, long since, V value) {
        Cell<V> cell = cell(key);
        if (cell.isEmpty()) {
            cell.put(since, value);
            count(1);
        }
    }

    /** Forgets what was read before the position. */
    void outdate(Iterable<K> keys, long position) {
        for (K key : keys) {
            Cell<V> cell = cells.get(key);
            if (cell != null && !cell.isSince(position)) {
                forget(key, cell);
            }
        }
    }

    /** Forgets what was not used since the last time; stops when there is room enough. */
    void forgetUnused() {
        Iterator<Map.Entry<K, Cell<V>>> all = cells.entrySet().iterator();
        while (all.hasNext() && !room.isAiry()) {
            Map.Entry<K, Cell<V>> entry = all.next();
            if (!entry.getValue().wasUsed()) {
                forget(entry.getKey(), entry.getValue());
            }
        }
    }

    void forgetAll() {
        cells.forEach(this::forget);
    }

    private void forget(K key, Cell<V> cell) {
        if (!cell.isEmpty()) {
            cell.clear();
            count(-1);
        }
        if (!shared) {
            cells.remove(key, cell);
        }
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // only under the tenant's lock
    private void count(int values) {
        remembered += values;
        room.take(values);
    }
}
