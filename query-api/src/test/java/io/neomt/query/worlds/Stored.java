package io.neomt.query.worlds;

import io.neomt.testkit.permissions.Check;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A registered resource, by names.
 *
 * @param properties a JSON object
 */
public record Stored(@Nullable String owner, @Nullable String team, String properties) {

    private static final TypeReference<Map<String, Object>> JSON_OBJECT = new TypeReference<>() {};
    private static final List<String> INSTANCES = List.of("doc/1", "doc/2", "file/1");
    private static final List<String> PROPERTIES =
            List.of("{}", "{\"status\":\"archived\"}", "{\"status\":\"open\",\"size\":{\"pages\":[1,2]}}");

    /** What of a random world's instances is registered, and how. */
    static Map<String, Stored> random(long seed) {
        Random random = new Random(seed);
        Map<String, Stored> stored = new LinkedHashMap<>();
        for (String instance : INSTANCES) {
            String owner = random.nextInt(3) > 0 ? "u" + random.nextInt(4) : null;
            String team = random.nextInt(3) > 0 ? "t" + random.nextInt(4) : null;
            String properties = PROPERTIES.get(random.nextInt(PROPERTIES.size()));
            if (random.nextInt(4) > 0) {
                stored.put(instance, new Stored(owner, team, properties));
            }
        }
        return stored;
    }

    /** The check with what is registered of its resource, whatever the check itself says of it. */
    static Check known(Check check, Map<String, Stored> stored) {
        return registered(check, stored, Map.of());
    }

    /** The check with what is registered of its resource, to which the properties are added that the check says. */
    static Check adding(Check check, Map<String, Stored> stored) {
        Map<String, Object> sent = Requests.properties(check.attributes().resource());
        return registered(check, stored, sent == null ? Map.of() : sent);
    }

    private static Check registered(Check check, Map<String, Stored> stored, Map<String, Object> newer) {
        Check.Target target = check.target();
        if (target == null) {
            return check;
        }
        Stored found = stored.get(target.type() + "/" + target.id());
        Check.Attributes sent = check.attributes();
        return new Check(
                check.user(),
                null,
                check.action(),
                new Check.Target(
                        target.type(),
                        target.id(),
                        found == null ? null : found.owner(),
                        found == null ? null : found.team()),
                check.at(),
                new Check.Attributes(sent.subject(), resource(found, newer), sent.action(), sent.context()));
    }

    private static Map<String, Object> resource(@Nullable Stored found, Map<String, Object> newer) {
        Map<String, Object> properties = new LinkedHashMap<>(newer);
        if (found != null) {
            JsonMapper.shared().readValue(found.properties(), JSON_OBJECT).forEach(properties::putIfAbsent);
        }
        return found == null && newer.isEmpty() ? Map.of() : Map.of("properties", properties);
    }
}
