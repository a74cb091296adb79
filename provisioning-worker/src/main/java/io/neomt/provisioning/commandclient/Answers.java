package io.neomt.provisioning.commandclient;

import io.neomt.provisioning.run.Reports.Answer;
import io.neomt.provisioning.run.Reports.Answer.Accepted;
import io.neomt.provisioning.run.Reports.Answer.LookAgain;
import io.neomt.provisioning.run.Reports.Answer.Refused;
import io.neomt.provisioning.run.Reports.Answer.TryAgain;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the command service's answers mean for the worker. */
final class Answers {

    private final JsonMapper json;

    Answers(JsonMapper json) {
        this.json = json;
    }

    Answer classify(int status, String body) {
        return switch (status) {
            case 200, 201, 202, 204 -> new Accepted();
            case 409 -> new LookAgain();
            // a new token, a tenant that is not visible yet, or a service that is busy or starting
            case 401, 404, 408, 425, 429 -> new TryAgain(reason(status, body));
            default -> status >= 500 ? new TryAgain(reason(status, body)) : new Refused(reason(status, body));
        };
    }

    private String reason(int status, String body) {
        return "the command service answered " + status + error(body);
    }

    private String error(String body) {
        try {
            JsonNode error = json.readTree(body).path("error");
            String code = error.path("code").asString("");
            return code.isEmpty()
                    ? ""
                    : " " + code + ": " + error.path("message").asString("");
        } catch (JacksonException e) {
            // an answer of something in between; the status says enough
            return "";
        }
    }
}
