package io.neomt.deploy.cli.bench;

import io.neomt.deploy.embedded.StackAddresses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** The events of the topic, each read as bytes and copied into a table of two columns: no view can be made with less. */
final class BareReading {

    private static final int MOST_RECORDS = 4_000;
    private static final Duration POLL = Duration.ofMillis(200);

    private final StackAddresses stack;
    private final String topic;

    BareReading(StackAddresses stack, String topic) {
        this.stack = stack;
        this.topic = topic;
    }

    /**
     * @param most after which it stops
     * @return events in a second
     */
    double perSecond(long most) throws SQLException, IOException {
        try (Connection connection = Databases.shared(stack).getConnection();
                KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings())) {
            makeTable(connection);
            fromTheBeginning(consumer);
            long read = 0;
            ConsumerRecords<byte[], byte[]> records = consumer.poll(Duration.ofSeconds(10));
            long begun = System.nanoTime();
            while (!records.isEmpty() && read < most) {
                copy(connection, records);
                read += records.count();
                records = consumer.poll(POLL);
            }
            return read / ((System.nanoTime() - begun) / 1e9);
        }
    }

    private static void makeTable(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS bench_reading");
            statement.execute("CREATE TABLE bench_reading (tenant text, payload bytea)");
        }
    }

    private void fromTheBeginning(KafkaConsumer<byte[], byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    private static void copy(Connection connection, ConsumerRecords<byte[], byte[]> records) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY bench_reading FROM STDIN");
        HexFormat hex = HexFormat.of();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            String line =
                    new String(record.key(), StandardCharsets.UTF_8) + "\t\\\\x" + hex.formatHex(record.value()) + "\n";
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(bytes, 0, bytes.length);
        }
        long unused = copy.endCopy();
    }

    private Map<String, Object> settings() {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                stack.kafkaBootstrap(),
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                MOST_RECORDS,
                ConsumerConfig.METRIC_REPORTER_CLASSES_CONFIG,
                "");
    }
}
