package io.neomt.view.cache;

import io.neomt.event.Position;
import io.neomt.event.TeamId;
import io.neomt.event.UserId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One registered resource.
 *
 * @param version the position that the value was read at
 * @param removed a removed resource keeps its value, since an absent one proves nothing; the rest then means nothing
 * @param properties a JSON object
 */
public record CachedResource(
        Position version,
        boolean removed,
        @Nullable UserId owner,
        @Nullable TeamId team,
        String properties) {

    /** The fields of the hash, as a script should ask for them: version, status, owner, team, properties. */
    public static final List<String> FIELDS = List.of("v", "s", "o", "t", "p");

    /** What is written for a resource that is gone. */
    public static CachedResource removed(Position version) {
        return new CachedResource(version, true, null, null, "{}");
    }

    /** The hash's fields; there is none for an owner or a team that the resource does not have. */
    public Map<String, String> toFields() {
        Map<String, String> fields = new HashMap<>();
        fields.put("v", version.toString());
        fields.put("s", removed ? "deleted" : "active");
        fields.put("p", properties);
        if (owner != null) {
            fields.put("o", owner.toString());
        }
        if (team != null) {
            fields.put("t", team.toString());
        }
        return fields;
    }

    /** @throws CorruptCacheValueException when a field is missing or malformed */
    public static CachedResource ofFields(Map<String, String> fields) {
        return Fields.read(
                "resource",
                fields,
                all -> new CachedResource(
                        all.position("v"),
                        all.oneOf("s", "deleted", "active"),
                        fields.containsKey("o") ? UserId.of(all.text("o")) : null,
                        fields.containsKey("t") ? TeamId.of(all.text("t")) : null,
                        all.text("p")));
    }
}
