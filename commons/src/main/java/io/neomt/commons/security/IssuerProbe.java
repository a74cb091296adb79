package io.neomt.commons.security;

import io.neomt.commons.observability.HealthProbe;
import java.io.IOException;
import java.net.http.HttpClient;
import java.util.Map;

/** Whether the issuer answers. Known keys outlive it, so a service works on without it. */
public final class IssuerProbe implements HealthProbe {

    private final KeyFetcher fetcher;
    private final String platform;

    public IssuerProbe(Realms realms, String platformRealm, HttpClient http) {
        this.fetcher = new HttpKeyFetcher(http, realms);
        this.platform = platformRealm;
    }

    @Override
    public String name() {
        return "issuer";
    }

    @Override
    public boolean required() {
        return false;
    }

    @Override
    public Map<String, Object> check() throws IOException {
        return Map.of("keys", fetcher.fetch(platform).size());
    }
}
