package io.neomt.commons.security;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Fetches keys over HTTP, from addresses below the issuer's base only. Few at once: anybody can write a token that names
 * some realm, so asking for keys must not become a way to flood the issuer.
 */
final class HttpKeyFetcher implements KeyFetcher {

    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final int MOST_BYTES = 1 << 20;
    private static final int MOST_AT_ONCE = 8;
    private static final int GONE = 404;

    private final HttpClient http;
    private final Realms realms;
    private final Semaphore slots = new Semaphore(MOST_AT_ONCE);

    HttpKeyFetcher(HttpClient http, Realms realms) {
        this.http = http;
        this.realms = realms;
    }

    @Override
    public JWKSet fetch(String realm) throws IOException {
        try {
            if (!slots.tryAcquire(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("too many keys are being fetched");
            }
            try {
                return get(realm);
            } finally {
                slots.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while fetching keys", e);
        }
    }

    private JWKSet get(String realm) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(realms.keysOf(realm))
                .timeout(TIMEOUT)
                .header("Accept", "application/json")
                .build();
        HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() == GONE) {
                // the issuer says that there is no such realm, which is not the same as saying nothing
                return new JWKSet();
            }
            if (response.statusCode() != 200) {
                throw new IOException("the issuer answered with status " + response.statusCode());
            }
            return JWKSet.parse(new String(body.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
        } catch (ParseException e) {
            throw new IOException("the issuer's answer is no key set", e);
        }
    }
}
