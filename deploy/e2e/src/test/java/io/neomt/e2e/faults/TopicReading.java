package io.neomt.e2e.faults;

import io.neomt.event.CloudEventHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** All that the topic has of some tenants, from the beginning. */
final class TopicReading implements AutoCloseable {

    /** @param epoch of the lease under which it was published */
    record Published(long sequence, String id, long epoch) {}

    private static final Duration POLL = Duration.ofMillis(100);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Set<String> tenants;
    private final Map<String, List<Published>> published = new HashMap<>();
    private final Map<String, Long> highest = new HashMap<>();

    TopicReading(Ground ground, Set<String> tenants) {
        this.tenants = tenants;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        ground.addresses().kafkaBootstrap(),
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        50),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(ground.topic()).stream()
                .map(partition -> new TopicPartition(ground.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Takes what is there, waiting for it a moment. */
    void poll() {
        for (ConsumerRecord<String, byte[]> each : consumer.poll(POLL)) {
            String tenant = header(each, CloudEventHeaders.TENANT_ID);
            if (tenants.contains(tenant) && each.headers().lastHeader(Poison.HEADER) == null) {
                long sequence = Long.parseLong(header(each, CloudEventHeaders.SEQUENCE));
                published
                        .computeIfAbsent(tenant, _ -> new ArrayList<>())
                        .add(new Published(
                                sequence,
                                header(each, CloudEventHeaders.ID),
                                Long.parseLong(header(each, CloudEventHeaders.EPOCH))));
                highest.merge(tenant, sequence, Math::max);
            }
        }
    }

    /** The highest sequence that was seen of the tenant. */
    long highest(String tenant) {
        return highest.getOrDefault(tenant, 0L);
    }

    /** In the order of the partition. */
    List<Published> of(String tenant) {
        return published.getOrDefault(tenant, List.of());
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        consumer.close();
    }
}
