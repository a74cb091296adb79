package io.neomt.deploy.cli.access;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a connection leads, and how much it may hold. */
final class ConnectionOptions {

    @Option(names = "--host", description = "The server's name or address.")
    private @Nullable String host;

    @Option(names = "--port", description = "The server's port; default 5432.")
    private @Nullable Integer port;

    @Option(names = "--database", description = "The database on the server.")
    private @Nullable String database;

    @Option(names = "--username", description = "As whom the platform logs in.")
    private @Nullable String username;

    @Option(
            names = "--password",
            interactive = true,
            arity = "0..1",
            defaultValue = "${env:NEO_CONNECTION_PASSWORD}",
            description = "Asked for when nothing follows; the variable NEO_CONNECTION_PASSWORD may hold it instead.")
    private @Nullable String password;

    @Option(names = "--pool", paramLabel = "CONNECTIONS", description = "The most connections of one process.")
    private @Nullable Integer pool;

    @Option(names = "--max-tenants", paramLabel = "TENANTS", description = "The most tenants that it holds.")
    private @Nullable Integer maxTenants;

    @Option(names = "--max-bytes", paramLabel = "BYTES", description = "From this size on no other tenant comes.")
    private @Nullable Long maxBytes;

    /** What was given, by the names of the interface. */
    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        put(body, "host", host);
        put(body, "port", port);
        put(body, "database_name", database);
        put(body, "username", username);
        put(body, "password", password);
        put(body, "pool_max_size", pool);
        put(body, "max_tenants", maxTenants);
        put(body, "max_bytes", maxBytes);
        return body;
    }

    static void put(Map<String, Object> body, String name, @Nullable Object value) {
        if (value != null) {
            body.put(name, value);
        }
    }
}
