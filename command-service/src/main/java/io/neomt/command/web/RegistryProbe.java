package io.neomt.command.web;

import io.neomt.commons.observability.HealthProbe;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

/** Whether the schema registry answers. It is asked once for each schema, so most of the time nobody needs it. */
public final class RegistryProbe implements HealthProbe, AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(1);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final HttpRequest request;

    /** @param url the root of Confluent's API */
    public RegistryProbe(URI url) {
        this.request = HttpRequest.newBuilder(URI.create(url + "/schemas/types"))
                .timeout(TIMEOUT)
                .build();
    }

    @Override
    public String name() {
        return "registry";
    }

    @Override
    public boolean required() {
        return false;
    }

    @Override
    public Map<String, Object> check() throws IOException, InterruptedException {
        int status = client.send(request, BodyHandlers.discarding()).statusCode();
        if (status != 200) {
            throw new IOException("the schema registry answered with " + status);
        }
        return Map.of();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
