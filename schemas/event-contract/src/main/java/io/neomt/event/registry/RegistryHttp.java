package io.neomt.event.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.neomt.event.registry.SchemaRegistryException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Asks Confluent's API and tells apart its ways of saying no. */
final class RegistryHttp implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(5);
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final int LONGEST_QUOTE = 300;

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client;
    private final String root;

    RegistryHttp(URI url) {
        if (url.getHost() == null || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
            throw new IllegalArgumentException("the schema registry's address must be an http or https URL: " + url);
        }
        this.root = url.toString().replaceAll("/+$", "");
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
    }

    JsonNode get(String path) {
        return send(request(path).GET());
    }

    JsonNode post(String path, Map<String, String> body) {
        return send(request(path).POST(BodyPublishers.ofString(write(body))));
    }

    JsonNode put(String path, Map<String, String> body) {
        return send(request(path).PUT(BodyPublishers.ofString(write(body))));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + path))
                .timeout(REQUEST_TIMEOUT)
                .header("Content-Type", MEDIA_TYPE)
                .header("Accept", MEDIA_TYPE + ", application/json");
    }

    private JsonNode send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() / 100 == 2) {
                return json.readTree(response.body());
            }
            throw refusal(request, response);
        } catch (JsonProcessingException e) {
            throw unavailable(request, "answered with something that is not JSON", e);
        } catch (IOException e) {
            throw unavailable(request, "cannot be reached: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable(request, "was not waited for", e);
        }
    }

    private SchemaRegistryException refusal(HttpRequest request, HttpResponse<String> response) {
        int status = response.statusCode();
        return new SchemaRegistryException(
                reason(status, errorCode(response.body())),
                "the schema registry answered " + request.method() + " " + request.uri() + " with " + status + ": "
                        + quote(response.body()));
    }

    /** A 404 without Confluent's error code comes from a wrong address, and says nothing about the schema. */
    private static Reason reason(int status, int errorCode) {
        if (status == 404 && errorCode / 100 == 404) {
            return Reason.UNKNOWN_SCHEMA;
        }
        return status >= 500 || status == 404 || status == 408 || status == 429 ? Reason.UNAVAILABLE : Reason.REFUSED;
    }

    private int errorCode(String body) {
        try {
            return json.readTree(body).path("error_code").asInt();
        } catch (JsonProcessingException _) {
            return 0;
        }
    }

    private static String quote(String body) {
        return body.length() <= LONGEST_QUOTE ? body : body.substring(0, LONGEST_QUOTE) + "…";
    }

    private static SchemaRegistryException unavailable(HttpRequest request, String problem, Exception cause) {
        return new SchemaRegistryException(
                Reason.UNAVAILABLE, "the schema registry at " + request.uri() + " " + problem, cause);
    }

    private String write(Map<String, String> body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a map of texts is always JSON", e);
        }
    }
}
