package io.neomt.deploy.cli.client;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * What one command line must know of a platform that another one runs: written by {@code neo up} into the data folder,
 * readable by its owner only, removed at the end.
 */
public record RunFile(Map<String, String> values) {

    private static final String NAME = "platform.properties";

    public RunFile {
        values = Map.copyOf(values);
    }

    /** @param services addresses by service name */
    public static RunFile of(
            Map<String, URI> services,
            String kafkaBootstrapServers,
            String topic,
            URI issuer,
            String issuerSecret,
            String platformRealm) {
        Map<String, String> values = new HashMap<>();
        services.forEach((name, address) -> values.put("service." + name, address.toString()));
        values.put("kafka.bootstrap-servers", kafkaBootstrapServers);
        values.put("topic", topic);
        values.put("issuer", issuer.toString());
        values.put("issuer.secret", issuerSecret);
        values.put("platform-realm", platformRealm);
        values.put("pid", Long.toString(ProcessHandle.current().pid()));
        return new RunFile(values);
    }

    /** @throws IllegalStateException when no platform runs on this data folder */
    public static RunFile read(Path data) {
        Path file = file(data);
        if (!Files.exists(file)) {
            throw new IllegalStateException("no platform is running on " + data + "; start one with ./neo up"
                    + " or name its folder with --data");
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file, failure);
        }
        Map<String, String> values = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
        return new RunFile(values);
    }

    public void write(Path data) {
        Properties properties = new Properties();
        properties.putAll(values);
        Path file = file(data);
        try {
            Files.createDirectories(file.getParent());
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (Writer writer = Files.newBufferedWriter(file)) {
                properties.store(writer, "A running platform; written by neo up");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + file, failure);
        }
    }

    public static void remove(Path data) {
        try {
            Files.deleteIfExists(file(data));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot remove " + file(data), failure);
        }
    }

    URI service(String name) {
        return URI.create(value("service." + name));
    }

    String kafkaBootstrapServers() {
        return value("kafka.bootstrap-servers");
    }

    String topic() {
        return value("topic");
    }

    String issuer() {
        return value("issuer");
    }

    String issuerSecret() {
        return value("issuer.secret");
    }

    String platformRealm() {
        return value("platform-realm");
    }

    private String value(String name) {
        return Objects.requireNonNull(values.get(name), () -> "the run file names no " + name);
    }

    private static Path file(Path data) {
        return data.resolve("run").resolve(NAME);
    }
}
