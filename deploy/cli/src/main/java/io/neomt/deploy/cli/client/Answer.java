package io.neomt.deploy.cli.client;

import java.net.http.HttpHeaders;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a service answered. */
public record Answer(int status, JsonNode body, HttpHeaders headers) {

    public JsonNode data() {
        return body.path("data");
    }

    public String id() {
        return data().path("id").asString();
    }

    public String errorCode() {
        return body.path("error").path("code").asString("");
    }

    public boolean succeeded() {
        return status / 100 == 2;
    }

    /** The header by which a later request sees at least what this one wrote; empty where none was given. */
    public Map<String, String> consistency() {
        return headers.firstValue("Consistency-Token")
                .map(token -> Map.of("Consistency-Token", token))
                .orElse(Map.of());
    }

    /**
     * This answer, if it is a success.
     *
     * @throws RefusedException when the service refused
     */
    public Answer orRefuse() {
        if (!succeeded()) {
            throw new RefusedException(
                    status, errorCode(), body.path("error").path("message").asString(""));
        }
        return this;
    }
}
