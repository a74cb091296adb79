package io.neomt.query.http;

import io.neomt.query.check.Attributes;
import io.neomt.query.check.CheckRequest;
import io.neomt.query.check.CheckRequest.Described;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Questions as they are sent. */
final class Bodies {

    private Bodies() {}

    /** Of a resource nobody can say that it is nobody's: to say nothing is to go by what was registered. */
    static boolean canBeSaid(CheckRequest request) {
        return switch (request) {
            case CheckRequest.OfCode _ -> true;
            case CheckRequest.OnResource asked ->
                asked.described() == null
                        || asked.described().owner() != null
                        || asked.described().team() != null;
        };
    }

    static String check(CheckRequest request) {
        return JsonMapper.shared().writeValueAsString(body(request));
    }

    static String batch(List<CheckRequest> requests) {
        return JsonMapper.shared()
                .writeValueAsString(
                        Map.of("checks", requests.stream().map(Bodies::body).toList()));
    }

    /** On which resources of the type? */
    static String search(CheckRequest.OnResource asked, int limit, String cursor) {
        Map<String, Object> body = body(asked);
        body.remove("resource");
        body.put("resource_type", asked.resource().type());
        body.put("limit", limit);
        put(body, "cursor", cursor.isEmpty() ? null : cursor);
        return JsonMapper.shared().writeValueAsString(body);
    }

    private static Map<String, Object> body(CheckRequest request) {
        Attributes known = request.attributes();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("user_id", request.user().toString());
        put(body, "subject", with("properties", known.subject()));
        body.put("context", known.context());
        switch (request) {
            case CheckRequest.OfCode asked -> {
                body.put("permission", asked.code().toString());
                put(body, "action", with("properties", known.action()));
                put(body, "resource", with("properties", known.resource()));
            }
            case CheckRequest.OnResource asked -> {
                Map<String, Object> action = with("properties", known.action());
                action.put("name", asked.action().toString());
                body.put("action", action);
                body.put("resource", resource(asked));
            }
        }
        return body;
    }

    private static Map<String, Object> resource(CheckRequest.OnResource asked) {
        Map<String, Object> resource = with("properties", asked.attributes().resource());
        resource.put("type", asked.resource().type());
        resource.put("id", asked.resource().id());
        Described described = asked.described();
        if (described != null) {
            put(resource, "owner_id", described.owner());
            put(
                    resource,
                    "team_id",
                    described.team() == null ? null : described.team().toString());
        }
        return resource;
    }

    private static Map<String, Object> with(String name, @Nullable Object value) {
        Map<String, Object> object = new LinkedHashMap<>();
        put(object, name, value);
        return object;
    }

    private static void put(Map<String, Object> object, String name, @Nullable Object value) {
        if (value != null && !Map.of().equals(value)) {
            object.put(name, value);
        }
    }
}
