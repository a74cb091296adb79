package io.neomt.testkit.breaches.store;

import java.net.http.HttpClient;

/** A store that speaks HTTP. */
public record Store(HttpClient client) {}
