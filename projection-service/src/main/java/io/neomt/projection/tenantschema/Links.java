package io.neomt.projection.tenantschema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows that are only ever put or removed: of several changes of one row the last one counts. */
final class Links<K, V> {

    private final Map<K, V> present = new LinkedHashMap<>();
    private final Set<K> removed = new LinkedHashSet<>();

    void put(K key, V value) {
        removed.remove(key);
        present.put(key, value);
    }

    void remove(K key) {
        present.remove(key);
        removed.add(key);
    }

    List<V> present() {
        return new ArrayList<>(present.values());
    }

    List<K> removed() {
        return new ArrayList<>(removed);
    }
}
