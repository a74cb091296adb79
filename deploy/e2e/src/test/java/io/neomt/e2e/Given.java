package io.neomt.e2e;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random grants, denials and terms, as bodies of commands have them. */
final class Given {

    private static final List<String> SCOPES = List.of("own", "team", "tenant", "*");

    private Given() {}

    static String code(Random random) {
        return "res" + random.nextInt(8) + ".act" + random.nextInt(4) + "." + any(SCOPES, random);
    }

    static Map<String, Object> permission(Random random) {
        Map<String, Object> body = terms(random);
        body.put("permission", code(random));
        body.put("effect", random.nextInt(4) == 0 ? "deny" : "allow");
        if (random.nextInt(4) == 0) {
            body.put("resource", Map.of("type", "doc", "id", instance(random)));
        }
        return body;
    }

    /** Mostly none. */
    static Map<String, Object> terms(Random random) {
        Map<String, Object> body = new HashMap<>();
        switch (random.nextInt(6)) {
            case 0 -> body.put("valid_from", "2027-01-01T00:00:00.5Z");
            case 1 -> body.put("expires_at", "2099-12-31T23:59:59.999Z");
            case 2 -> body.put("condition", "context.ip == \"10.0.0.1\"");
            default -> {}
        }
        return body;
    }

    static Map<String, Object> with(String name, Object value, Map<String, Object> body) {
        body.put(name, value);
        return body;
    }

    static String instance(Random random) {
        return "number-" + random.nextInt(20);
    }

    static <T> T any(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
