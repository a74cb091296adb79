package io.neomt.testkit.breaches.config;

import io.neomt.testkit.breaches.beta.Beta;
import java.net.http.HttpClient;
import javax.sql.DataSource;

/** May see everything. */
public record Wiring(Beta beta, DataSource source, HttpClient client) {}
