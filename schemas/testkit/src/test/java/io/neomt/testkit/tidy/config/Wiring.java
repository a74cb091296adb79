package io.neomt.testkit.tidy.config;

import io.neomt.testkit.tidy.store.Store;
import java.net.http.HttpClient;

/** Wires. */
public record Wiring(Store store, HttpClient client) {}
