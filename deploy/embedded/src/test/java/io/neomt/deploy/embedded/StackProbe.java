package io.neomt.deploy.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.postgresql.PGConnection;

/** Writes something into every part of a stack, and finds it again. */
record StackProbe(StackAddresses addresses) {

    private static final String TOPIC = "probe";
    private static final String SCHEMA = "{\"schema\":\"\\\"string\\\"\"}";

    static StackProbe of(StackAddresses addresses) {
        return new StackProbe(addresses);
    }

    void write() throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE probe AS SELECT 42 AS answer");
        }
        assertThat(redis("SET probe kept")).contains("+OK");
        // everysec is what is promised; a probe may not depend on the second
        assertThat(redis("CONFIG SET appendfsync always", "SET probe kept")).contains("+OK");
        writeKafka();
        assertThat(registry("POST", "/subjects/probe/versions", SCHEMA)).contains("\"id\"");
    }

    void verify() throws Exception {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT answer FROM probe")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(42);
        }
        assertThat(redis("GET probe")).contains("kept");
        assertThat(readKafka()).containsExactly("kept");
        assertThat(registry("GET", "/subjects/probe/versions", "")).isEqualTo("[1]");
    }

    Connection connect() throws Exception {
        return DriverManager.getConnection(
                addresses.adminJdbcUrl(), addresses.postgresUser(), addresses.postgresPassword());
    }

    /** The id of the process in which PostgreSQL answers. */
    static long processOf(Connection connection) throws Exception {
        return connection.unwrap(PGConnection.class).getBackendPID();
    }

    private void writeKafka() throws Exception {
        Map<String, Object> config = Map.of("bootstrap.servers", addresses.kafkaBootstrap());
        try (Admin admin = Admin.create(config)) {
            admin.createTopics(Set.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
        try (var producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, "kept")).get();
        }
    }

    private List<String> readKafka() {
        Map<String, Object> config = Map.of("bootstrap.servers", addresses.kafkaBootstrap());
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            TopicPartition partition = new TopicPartition(TOPIC, 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            return consumer.poll(Duration.ofSeconds(20)).records(partition).stream()
                    .map(record -> record.value())
                    .toList();
        }
    }

    private String redis(String... commands) throws Exception {
        URI url = URI.create(addresses.redisUrl());
        try (Socket socket = new Socket()) {
            socket.connect(Loopback.at(url.getPort()));
            String login =
                    url.getUserInfo() == null ? "" : "AUTH " + url.getUserInfo().substring(1) + "\r\n";
            String text = login + String.join("\r\n", commands) + "\r\nQUIT\r\n";
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String registry(String method, String path, String body) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create(addresses.registryUrl() + path))
                                    .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                                    .method(method, HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
