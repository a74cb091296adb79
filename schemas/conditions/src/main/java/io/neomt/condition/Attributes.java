package io.neomt.condition;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A JSON object as a map of the language's own values, each made when it is looked at. */
final class Attributes extends AbstractMap<Object, Object> {

    private final Map<?, ?> json;

    Attributes(Map<?, ?> json) {
        this.json = json;
    }

    @Override
    public @Nullable Object get(@Nullable Object key) {
        Object value = json.get(key);
        return value == null && !json.containsKey(key) ? null : Values.of(value);
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return json.containsKey(key);
    }

    @Override
    public Set<Entry<Object, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<Object, Object>> iterator() {
                return json.entrySet().stream()
                        .map(entry -> Map.entry((Object) entry.getKey(), Values.of(entry.getValue())))
                        .iterator();
            }

            @Override
            public int size() {
                return json.size();
            }
        };
    }
}
