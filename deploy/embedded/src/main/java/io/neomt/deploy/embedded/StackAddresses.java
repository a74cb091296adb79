package io.neomt.deploy.embedded;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/**
 * Where a running stack is and what opens it. Written to a file, it lets other processes use the stack.
 *
 * @param dataFolder of the stack
 * @param postgresHost with {@code postgresPort}: the PostgreSQL server
 * @param postgresSuperuser may create databases
 * @param postgresUser owner of the databases {@code neo_admin} and {@code neo_shared_us}
 * @param kafkaBootstrap {@code host:port}
 * @param registryUrl of Confluent's API
 * @param redisUrl {@code redis://…/0}, with the password where there is one
 * @param issuerBaseUrl what stands before {@code /realms/}
 * @param issuerKeys folder of the development issuer's keys
 * @param consistencySecret base64
 * @param connectionsKeyId with {@code connectionsKey} (base64): what encrypts the passwords of connections
 * @param auditKey base64: what signs exports of the audit log
 * @param serviceClientId with {@code serviceClientSecret}: the provisioning worker's account
 * @param developmentSecret password of everybody at the development issuer
 */
public record StackAddresses(
        String dataFolder,
        String postgresHost,
        String postgresPort,
        String postgresSuperuser,
        String postgresSuperuserPassword,
        String postgresUser,
        String postgresPassword,
        String kafkaBootstrap,
        String registryUrl,
        String redisUrl,
        String issuerBaseUrl,
        String issuerKeys,
        String consistencySecret,
        String connectionsKeyId,
        String connectionsKey,
        String auditKey,
        String serviceClientId,
        String serviceClientSecret,
        String developmentSecret) {

    /** Where a running stack keeps its addresses. */
    public static Path fileIn(Path dataFolder) {
        return dataFolder.resolve("run").resolve("addresses.properties");
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + postgresHost + ":" + postgresPort + "/" + database;
    }

    public String adminJdbcUrl() {
        return jdbcUrl("neo_admin");
    }

    public URI issuer() {
        return URI.create(issuerBaseUrl);
    }

    /**
     * The configuration of every service on this stack. What the stack cannot know is not in it: the services' own
     * ports, and {@code neo.service-account.command-service-url}.
     */
    public Map<String, String> serviceProperties() {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("neo.admin-database.url", adminJdbcUrl());
        keys.put("neo.admin-database.username", postgresUser);
        keys.put("neo.admin-database.password", postgresPassword);
        keys.put("neo.kafka.bootstrap-servers", kafkaBootstrap);
        keys.put("neo.registry.url", registryUrl);
        keys.put("neo.registry.auto-register", "true");
        keys.put("neo.redis.url", redisUrl);
        keys.put("neo.security.issuer-base-url", issuerBaseUrl);
        keys.put("neo.consistency.secret", consistencySecret);
        keys.put("neo.connections.key-id", connectionsKeyId);
        keys.put("neo.connections.key", connectionsKey);
        keys.put("neo.audit.signing-key", auditKey);
        keys.put("neo.service-account.client-id", serviceClientId);
        keys.put("neo.service-account.client-secret", serviceClientSecret);
        // here the servers share their processors with the services, and migrations are to leave some to the checks
        keys.put(
                "neo.migrations.per-server",
                Integer.toString(Math.max(1, Runtime.getRuntime().availableProcessors() / 2)));
        keys.put("neo.migrations.rest", "0.5");
        return keys;
    }

    public Properties toProperties() {
        Properties properties = new Properties();
        for (RecordComponent component : StackAddresses.class.getRecordComponents()) {
            try {
                properties.setProperty(
                        component.getName(), (String) component.getAccessor().invoke(this));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("own component not readable: " + component, e);
            }
        }
        return properties;
    }

    /** @throws StackException when one is missing */
    public static StackAddresses of(Properties properties) {
        RecordComponent[] components = StackAddresses.class.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = required(properties, components[i].getName());
        }
        try {
            return StackAddresses.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("own constructor not usable", e);
        }
    }

    /** Readable for the owner only: it holds secrets. */
    public void save(Path file) throws IOException {
        StringWriter text = new StringWriter();
        toProperties().store(text, "addresses of a running stack");
        PrivateFiles.write(file, text.toString());
    }

    /** @throws StackException when the file is missing or incomplete */
    public static StackAddresses load(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new StackException("No addresses of a running stack in " + file, e);
        }
        return of(properties);
    }

    /** Without secrets, since records are printed where they should not be. */
    @Override
    public String toString() {
        return "stack in " + dataFolder + ": postgresql " + postgresHost + ":" + postgresPort + ", kafka "
                + kafkaBootstrap + ", registry " + registryUrl + ", issuer " + issuerBaseUrl;
    }

    private static String required(Properties properties, String name) {
        String value = properties.getProperty(name);
        if (value == null) {
            throw new StackException("The addresses of the stack lack '" + name + "'");
        }
        return value;
    }
}
