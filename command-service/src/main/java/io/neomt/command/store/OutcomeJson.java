package io.neomt.command.store;

import io.neomt.command.kernel.Subject;
import io.neomt.command.model.Outcome.Accepted;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Accepted outcomes as JSON, to be answered again. */
final class OutcomeJson {

    // the type in which deciders answer numbers
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .build();

    private OutcomeJson() {}

    static String write(Accepted outcome) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("tenant", outcome.tenant().toString());
        json.put("subject", outcome.subject().toString());
        json.put("position", outcome.position().value());
        json.put("version", outcome.version());
        json.put("changed", outcome.changed());
        json.put("data", outcome.data());
        return JSON.writeValueAsString(json);
    }

    static Accepted read(String text) {
        JsonNode json = JSON.readTree(text);
        return new Accepted(
                TenantId.of(json.required("tenant").stringValue()),
                Subject.parse(json.required("subject").stringValue()),
                new Position(json.required("position").longValue()),
                json.required("version").longValue(),
                json.required("changed").booleanValue(),
                JSON.convertValue(json.required("data"), new TypeReference<LinkedHashMap<String, Object>>() {}));
    }
}
