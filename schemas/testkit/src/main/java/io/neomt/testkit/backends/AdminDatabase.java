package io.neomt.testkit.backends;

import java.util.Map;
import javax.sql.DataSource;

/**
 * A migrated admin database of its own.
 *
 * @param name of the database
 * @param sharedDatabase where the schemas of its tenants go
 * @param properties the configuration of a service on this database and the shared stack, as of
 *     {@code StackAddresses.serviceProperties}
 */
public record AdminDatabase(
        String name,
        String jdbcUrl,
        String username,
        String password,
        String sharedDatabase,
        DataSource dataSource,
        Map<String, String> properties) {

    public AdminDatabase {
        properties = Map.copyOf(properties);
    }
}
