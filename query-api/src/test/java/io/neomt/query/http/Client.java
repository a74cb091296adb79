package io.neomt.query.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One caller of the query API. */
record Client(HttpClient http, URI base, @Nullable String token) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** An answer of the query API. */
    record Answer(HttpResponse<String> response) {

        Answer is(int status) {
            assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
            return this;
        }

        JsonNode at(String pointer) {
            return JSON.readTree(response.body()).at(pointer);
        }

        String text(String pointer) {
            return at(pointer).asString();
        }

        /** A refusal with this code. */
        Answer refused(int status, String code) {
            is(status);
            assertThat(text("/error/code")).as(response.body()).isEqualTo(code);
            return this;
        }

        @Nullable
        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }

    /** @param headers names and values in turns */
    Answer get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    Answer post(String path, String body, String... headers) {
        return postAs("application/json", path, body, headers);
    }

    Answer postAs(String contentType, String path, String body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest request) {
        try {
            return new Answer(http.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
