package io.neomt.command.kernel;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Immutable collections that keep the order in which things came, so that the same events always read the same. */
public final class Ordered {

    private Ordered() {}

    public static <T> Set<T> set(Collection<? extends T> values) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }

    public static <K, V> Map<K, V> map(Map<? extends K, ? extends V> values) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public static <T> Set<T> with(Set<T> set, T value) {
        return changed(set, copy -> copy.add(value));
    }

    public static <T> Set<T> without(Set<T> set, T value) {
        return changed(set, copy -> copy.remove(value));
    }

    /** What is in the first and not in the second. */
    public static <T> Set<T> minus(Collection<? extends T> set, Collection<? extends T> other) {
        LinkedHashSet<T> copy = new LinkedHashSet<>(set);
        copy.removeAll(Set.copyOf(other));
        return Collections.unmodifiableSet(copy);
    }

    private static <T> Set<T> changed(Set<T> set, Consumer<Set<T>> change) {
        LinkedHashSet<T> copy = new LinkedHashSet<>(set);
        change.accept(copy);
        return Collections.unmodifiableSet(copy);
    }

    public static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        LinkedHashMap<K, V> copy = new LinkedHashMap<>(map);
        copy.put(key, value);
        return Collections.unmodifiableMap(copy);
    }

    public static <K, V> Map<K, V> without(Map<K, V> map, K key) {
        LinkedHashMap<K, V> copy = new LinkedHashMap<>(map);
        copy.remove(key);
        return Collections.unmodifiableMap(copy);
    }

    /** What the first holds and the second does not hold, or not so. */
    public static <K, V> Map<K, V> minus(Map<K, V> map, Map<K, V> other) {
        LinkedHashMap<K, V> copy = new LinkedHashMap<>(map);
        copy.entrySet().removeAll(other.entrySet());
        return Collections.unmodifiableMap(copy);
    }
}
