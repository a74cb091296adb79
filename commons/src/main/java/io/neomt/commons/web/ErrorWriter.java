package io.neomt.commons.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import tools.jackson.databind.json.JsonMapper;

/** Answers with an error's body where no controller has been reached yet. */
public final class ErrorWriter {

    private final JsonMapper json;

    public ErrorWriter(JsonMapper json) {
        this.json = json;
    }

    /** Writes status, headers and body; the response must not have been committed. */
    public void write(HttpServletResponse response, ApiException refusal) throws IOException {
        byte[] body = json.writeValueAsBytes(ErrorResponse.of(refusal));
        response.setStatus(refusal.code().status());
        refusal.headers().forEach(response::setHeader);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
