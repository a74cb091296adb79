package io.neomt.command.stream;

import io.neomt.event.CloudEventHeaders;
import io.neomt.event.EventMetadata;
import io.neomt.event.TenantId;
import io.neomt.testkit.backends.Await;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** All that came on a topic, from its beginning. */
final class Published implements AutoCloseable {

    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

    Published(String bootstrapServers, String topic) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                        500),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions =
                Await.value("the topic", () -> consumer.partitionsFor(topic), found -> !found.isEmpty()).stream()
                        .map(info -> new TopicPartition(topic, info.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    List<ConsumerRecord<String, byte[]>> records() {
        return List.copyOf(records);
    }

    /** Reads on until what came is wanted. */
    void until(String what, Predicate<Map<TenantId, List<Long>>> wanted) {
        Await.until(what, () -> {
            consumer.poll(Duration.ofMillis(50)).forEach(records::add);
            return wanted.test(sequences());
        });
    }

    /** Each tenant's positions in the order in which they came. */
    Map<TenantId, List<Long>> sequences() {
        Map<TenantId, List<Long>> sequences = new LinkedHashMap<>();
        records.forEach(record -> sequences
                .computeIfAbsent(TenantId.of(record.key()), any -> new ArrayList<>())
                .add(metadata(record).position().value()));
        return sequences;
    }

    /** Each tenant's positions as a consumer keeps them that drops what is not beyond the last. */
    Map<TenantId, List<Long>> kept() {
        Map<TenantId, List<Long>> kept = new LinkedHashMap<>();
        sequences().forEach((tenant, sequence) -> {
            List<Long> mine = new ArrayList<>();
            for (long position : sequence) {
                if (mine.isEmpty() || position > mine.getLast()) {
                    mine.add(position);
                }
            }
            kept.put(tenant, mine);
        });
        return kept;
    }

    static EventMetadata metadata(ConsumerRecord<String, byte[]> record) {
        return CloudEventHeaders.parse(headers(record));
    }

    static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = new LinkedHashMap<>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
