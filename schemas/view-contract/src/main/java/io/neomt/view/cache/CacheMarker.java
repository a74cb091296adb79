package io.neomt.view.cache;

import io.neomt.event.Position;
import java.util.List;
import java.util.Map;

/**
 * What a tenant's sets are worth: if complete, then together they are the tenant's state at exactly this position.
 * Without the marker, or when it is not complete, nothing may be concluded from any set.
 *
 * @param generation the one that is read; it is part of the keys, see {@link CacheKeys#generation}
 */
public record CacheMarker(int generation, Position position, boolean complete) {

    /** The generation that a tenant's sets begin with. */
    public static final int FIRST = 1;

    /** The fields of the hash, in the order in which a script should ask for them. */
    public static final List<String> FIELDS = List.of("generation", "position", "complete");

    /**
     * What the field {@code complete} holds when it is so. It changes with the form of any value, so that sets of an
     * older form count as incomplete for whoever writes or reads, and are made anew.
     */
    public static final String COMPLETE = "2";

    /** Whether the sets answer for this position or a later one. */
    public boolean covers(Position needed) {
        return complete && position.isAtLeast(needed);
    }

    /** @throws CorruptCacheValueException when a field is missing or malformed */
    public static CacheMarker ofFields(Map<String, String> fields) {
        return Fields.read(
                "marker",
                fields,
                all -> new CacheMarker(
                        Integer.parseInt(all.text("generation")),
                        all.position("position"),
                        all.text("complete").equals(COMPLETE)));
    }

    /** The hash's fields. */
    public Map<String, String> toFields() {
        return Map.of(
                "generation",
                Integer.toString(generation),
                "position",
                position.toString(),
                "complete",
                complete ? COMPLETE : "0");
    }
}
