package io.neomt.commons.docs;

import io.neomt.commons.web.ErrorResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.springframework.core.ResolvableType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** The OpenAPI 3.1 document of one service. */
final class OpenApi {

    private final String title;
    private final String version;
    private final Predicate<String> open;

    /** @param open which paths need no token */
    OpenApi(String title, String version, Predicate<String> open) {
        this.title = title;
        this.version = version;
        this.open = open;
    }

    Map<String, Object> describe(Map<RequestMappingInfo, HandlerMethod> handlers) {
        Schemas schemas = new Schemas();
        Map<String, Map<String, Object>> paths = new TreeMap<>();
        handlers.forEach((mapping, handler) -> mapping.getPatternValues().forEach(path -> {
            Map<String, Object> operation = new Operations(schemas).describe(path, handler, open.test(path));
            for (RequestMethod method : mapping.getMethodsCondition().getMethods()) {
                paths.computeIfAbsent(path, any -> new TreeMap<>())
                        .put(method.name().toLowerCase(Locale.ROOT), operation);
            }
        }));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put("info", Map.of("title", title, "version", version));
        document.put("security", List.of(Map.of("bearer", List.of())));
        document.put("paths", paths);
        document.put("components", components(schemas));
        return document;
    }

    private static Map<String, Object> components(Schemas schemas) {
        Map<String, Object> error = Map.of(
                "description",
                "a refusal or a fault, with a stable code",
                "content",
                Map.of("application/json", Map.of("schema", schemas.of(ResolvableType.forClass(ErrorResponse.class)))));
        Map<String, Object> components = new LinkedHashMap<>();
        components.put("securitySchemes", Map.of("bearer", Map.of("type", "http", "scheme", "bearer")));
        components.put("responses", Map.of("Error", error));
        components.put("schemas", schemas.components());
        return components;
    }
}
