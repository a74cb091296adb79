package io.neomt.deploy.cli.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Follows the topic of tenant events without a consumer group. Used by one thread. */
public final class EventTail implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;

    private EventTail(KafkaConsumer<String, byte[]> consumer) {
        this.consumer = consumer;
    }

    /**
     * Opens the topic.
     *
     * @param fromBeginning whether to start with the oldest record or with the next one
     * @throws IllegalStateException when the topic does not exist
     */
    public static EventTail open(String bootstrapServers, String topic, boolean fromBeginning) {
        KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        50,
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic, Duration.ofSeconds(10)).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        if (partitions.isEmpty()) {
            consumer.close();
            throw new IllegalStateException("the topic " + topic + " does not exist at " + bootstrapServers);
        }
        consumer.assign(partitions);
        if (fromBeginning) {
            consumer.seekToBeginning(partitions);
        } else {
            consumer.seekToEnd(partitions);
        }
        // Seeking is lazy: only asking for the positions fixes where "the end" is.
        partitions.forEach(consumer::position);
        return new EventTail(consumer);
    }

    /** Waits a moment for records and hands each to the receiver, in the order of its partition. */
    public void poll(Consumer<TopicEvent> receiver) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
            receiver.accept(eventOf(record));
        }
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static TopicEvent eventOf(ConsumerRecord<String, byte[]> record) {
        return new TopicEvent(
                header(record, "ce_id"),
                header(record, "ce_tenantid"),
                Long.parseLong(header(record, "ce_sequence")),
                header(record, "ce_type"),
                header(record, "ce_subject"),
                header(record, "ce_actor"),
                Instant.parse(header(record, "ce_time")),
                record.partition(),
                record.offset());
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        if (header == null) {
            throw new IllegalStateException("the record at " + record.partition() + "/" + record.offset()
                    + " has no header " + name + "; it was not written by the platform");
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
