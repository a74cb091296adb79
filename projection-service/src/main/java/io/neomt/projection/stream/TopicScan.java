package io.neomt.projection.stream;

import io.neomt.event.TenantId;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads the partitions of some tenants once, from their beginnings to where they end when it begins. It belongs to no group:
 * those who read the topic for the views do not notice it.
 */
final class TopicScan {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_RECORDS = 10_000;
    private static final int MOST_BYTES_OF_A_PARTITION = 4 << 20;

    private final String bootstrapServers;
    private final String topic;
    private final String owner;

    /** @param owner before the name of the client */
    TopicScan(String bootstrapServers, String topic, String owner) {
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
        this.owner = owner;
    }

    /**
     * @param each is told each record of those tenants, of one in the order of the topic
     * @param goOn asked again and again
     * @throws org.apache.kafka.common.KafkaException when Kafka does not answer
     */
    void read(Set<TenantId> tenants, Consumer<ConsumerRecord<String, byte[]>> each, Runnable goOn) {
        Set<String> keys = tenants.stream().map(TenantId::toString).collect(Collectors.toSet());
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            Set<TopicPartition> partitions = partitions(consumer, tenants);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            read(consumer, consumer.endOffsets(partitions), goOn, record -> {
                if (record.key() != null && keys.contains(record.key())) {
                    each.accept(record);
                }
            });
        }
    }

    private Set<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, Collection<TenantId> tenants) {
        int count = consumer.partitionsFor(topic).size();
        return tenants.stream()
                .map(tenant -> new TopicPartition(topic, Partitions.of(tenant, count)))
                .collect(Collectors.toSet());
    }

    private static void read(
            KafkaConsumer<String, byte[]> consumer,
            Map<TopicPartition, Long> ends,
            Runnable goOn,
            Consumer<ConsumerRecord<String, byte[]>> each) {
        Set<TopicPartition> left = new HashSet<>(ends.keySet());
        long moved = System.nanoTime();
        pauseDone(consumer, ends, left);
        while (!left.isEmpty()) {
            goOn.run();
            ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
            for (ConsumerRecord<String, byte[]> record : records) {
                if (record.offset() < end(ends, new TopicPartition(record.topic(), record.partition()))) {
                    each.accept(record);
                }
            }
            if (!records.isEmpty()) {
                moved = System.nanoTime();
            } else if (System.nanoTime() - moved > PATIENCE.toNanos()) {
                throw new TimeoutException("the topic could not be read to its end");
            }
            pauseDone(consumer, ends, left);
        }
    }

    private static void pauseDone(
            KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends, Set<TopicPartition> left) {
        Set<TopicPartition> done = left.stream()
                .filter(partition -> consumer.position(partition) >= end(ends, partition))
                .collect(Collectors.toSet());
        consumer.pause(done);
        left.removeAll(done);
    }

    private static long end(Map<TopicPartition, Long> ends, TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }

    private Map<String, Object> settings() {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.CLIENT_ID_CONFIG,
                owner + "-rebuild",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                MOST_RECORDS,
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                MOST_BYTES_OF_A_PARTITION,
                ConsumerConfig.METRIC_REPORTER_CLASSES_CONFIG,
                "");
    }
}
