package io.neomt.query.cache;

import io.neomt.event.Position;
import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.query.scene.Needs;
import io.neomt.query.scene.Seen;
import io.neomt.query.scene.Snapshot;
import io.neomt.view.cache.CacheMarker;
import io.neomt.view.cache.CachedResource;
import io.neomt.view.cache.CachedRole;
import io.neomt.view.cache.CachedTeam;
import io.neomt.view.cache.CachedUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Makes a snapshot of what the script answered. */
final class SetsReply {

    private static final Seen INCOMPLETE = new Seen.Incomplete();

    private SetsReply() {}

    /** @throws io.neomt.view.cache.CorruptCacheValueException when a value cannot be read */
    static Seen parse(List<?> reply, Needs needs, Position needed) {
        List<?> fields = (List<?>) reply.getFirst();
        if (fields.stream().anyMatch(Objects::isNull)) {
            return INCOMPLETE;
        }
        CacheMarker marker = CacheMarker.ofFields(named(CacheMarker.FIELDS, fields));
        if (!marker.complete()) {
            return INCOMPLETE;
        }
        return marker.covers(needed)
                ? new Seen.Found(snapshot(marker.position(), reply, needs))
                : new Seen.Behind(marker.position());
    }

    private static Snapshot snapshot(Position position, List<?> reply, Needs needs) {
        return new Snapshot(
                position,
                inOrder(needs.users(), part(reply, 1), CachedUser.FIELDS, CachedUser::ofFields),
                inTurns(part(reply, 3), RoleId::of, CachedRole.FIELDS, CachedRole::ofFields),
                inTurns(part(reply, 4), TeamId::of, CachedTeam.FIELDS, CachedTeam::ofFields),
                inOrder(needs.resources(), part(reply, 2), CachedResource.FIELDS, CachedResource::ofFields));
    }

    private static List<?> part(List<?> reply, int i) {
        return (List<?>) Objects.requireNonNull(reply.get(i));
    }

    private static <K, V> Map<K, V> inOrder(
            List<K> keys, List<?> values, List<String> names, Function<Map<String, String>, V> read) {
        Map<K, V> found = HashMap.newHashMap(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            put(found, keys.get(i), part(values, i), names, read);
        }
        return found;
    }

    /** @param values key and value of each */
    private static <K, V> Map<K, V> inTurns(
            List<?> values, Function<String, K> key, List<String> names, Function<Map<String, String>, V> read) {
        Map<K, V> found = HashMap.newHashMap(values.size() / 2);
        for (int i = 0; i < values.size(); i += 2) {
            String id = (String) Objects.requireNonNull(values.get(i));
            put(found, key.apply(id), part(values, i + 1), names, read);
        }
        return found;
    }

    /** What has no field at all does not exist. */
    private static <K, V> void put(
            Map<K, V> found, K key, List<?> fields, List<String> names, Function<Map<String, String>, V> read) {
        if (!fields.stream().allMatch(Objects::isNull)) {
            found.put(key, read.apply(named(names, fields)));
        }
    }

    private static Map<String, String> named(List<String> names, List<?> values) {
        Map<String, String> fields = HashMap.newHashMap(names.size());
        for (int i = 0; i < names.size(); i++) {
            if (values.get(i) instanceof String value) {
                fields.put(names.get(i), value);
            }
        }
        return fields;
    }
}
