package io.neomt.commons.docs;

import io.neomt.commons.web.PageRequest;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** Describes what one controller method takes and returns. */
final class Operations {

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-zA-Z_]+)[^}]*}");
    private static final Map<String, Object> TEXT = Map.of("type", "string");

    private final Schemas schemas;

    Operations(Schemas schemas) {
        this.schemas = schemas;
    }

    Map<String, Object> describe(String path, HandlerMethod handler, boolean open) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("summary", words(handler.getMethod().getName()));
        operation.put("tags", List.of(words(tag(handler))));
        operation.put("parameters", parameters(path, handler));
        for (MethodParameter parameter : handler.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestBody.class)) {
                operation.put("requestBody", body(parameter));
            }
        }
        operation.put("responses", responses(handler.getMethod()));
        if (open) {
            operation.put("security", List.of());
        }
        return operation;
    }

    private static String tag(HandlerMethod handler) {
        return handler.getBeanType().getSimpleName().replaceAll("(Controller|Endpoint)$", "");
    }

    private static String words(String camel) {
        return Schemas.snake(camel).replace('_', ' ');
    }

    private List<Object> parameters(String path, HandlerMethod handler) {
        Map<String, Object> inPath = new LinkedHashMap<>();
        Matcher variables = VARIABLE.matcher(path);
        while (variables.find()) {
            inPath.put(variables.group(1), parameter(variables.group(1), "path", true, TEXT));
        }
        List<Object> others = new ArrayList<>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            describe(parameter, inPath, others);
        }
        List<Object> all = new ArrayList<>(inPath.values());
        all.addAll(others);
        return all;
    }

    private void describe(MethodParameter parameter, Map<String, Object> inPath, List<Object> others) {
        ResolvableType type = ResolvableType.forMethodParameter(parameter);
        PathVariable variable = parameter.getParameterAnnotation(PathVariable.class);
        if (variable != null) {
            String name = named(variable.name(), variable.value(), parameter);
            inPath.computeIfPresent(name, (same, before) -> parameter(name, "path", true, schemas.of(type)));
        }
        RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
        if (query != null) {
            String name = named(query.name(), query.value(), parameter);
            others.add(parameter(name, "query", query.required() && !parameter.isOptional(), schemas.of(type)));
        }
        RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
        if (header != null) {
            String name = named(header.name(), header.value(), parameter);
            others.add(parameter(name, "header", header.required() && !parameter.isOptional(), schemas.of(type)));
        }
        if (parameter.getParameterType() == PageRequest.class) {
            others.add(parameter("page", "query", false, Map.of("type", "integer", "minimum", 1, "default", 1)));
            others.add(parameter(
                    "page_size",
                    "query",
                    false,
                    Map.of("type", "integer", "minimum", 1, "maximum", 200, "default", 20)));
        }
    }

    private static String named(String name, String value, MethodParameter parameter) {
        String given = name.isEmpty() ? value : name;
        @Nullable String compiled = parameter.getParameterName();
        return given.isEmpty() && compiled != null ? compiled : given;
    }

    private static Map<String, Object> parameter(
            String name, String place, boolean required, Map<String, Object> schema) {
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("name", name);
        parameter.put("in", place);
        parameter.put("required", required);
        parameter.put("schema", schema);
        return parameter;
    }

    private Map<String, Object> body(MethodParameter parameter) {
        return Map.of("required", true, "content", json(schemas.of(ResolvableType.forMethodParameter(parameter))));
    }

    private Map<String, Object> responses(Method method) {
        ResolvableType type = ResolvableType.forMethodReturnType(method);
        ResolvableType answer = HttpEntity.class.isAssignableFrom(type.toClass()) ? type.getGeneric() : type;
        Map<String, Object> success = new LinkedHashMap<>();
        success.put("description", "success");
        if (answer.toClass() != void.class && answer.toClass() != Void.class) {
            success.put("content", json(schemas.of(answer)));
        }
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put("2XX", success);
        responses.put("default", Map.of("$ref", "#/components/responses/Error"));
        return responses;
    }

    private static Map<String, Object> json(Map<String, Object> schema) {
        return Map.of("application/json", Map.of("schema", schema));
    }
}
