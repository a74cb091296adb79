package io.neomt.projection.stream;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;

/** Makes the container that polls the topic. */
public final class Listening {

    private static final int MOST_RECORDS = 4_000;

    /** The tenants of a process that was killed wait this long for another one; brokers allow no less by default. */
    private static final int SESSION_MILLIS = 6_000;

    private static final int COMMIT_MILLIS = 1_000;

    /** If the clock is set back, or much comes at once. */
    private static final int COMMIT_POLLS = 1_000;

    private Listening() {}

    /** @param owner before the names of clients and threads */
    public record Source(String bootstrapServers, String topic, String group, String owner) {}

    /** Failures of tenants never reach the container; what does is told apart by {@link PollFailures}. */
    public static ConcurrentMessageListenerContainer<String, byte[]> container(
            Source source, int concurrency, EventListener listener, Ownership ownership) {
        ContainerProperties properties = new ContainerProperties(source.topic());
        properties.setGroupId(source.group());
        properties.setClientId(source.owner());
        // a hint where to go on is worth no request after each poll: views know their positions
        properties.setAckMode(ContainerProperties.AckMode.COUNT_TIME);
        properties.setAckTime(COMMIT_MILLIS);
        properties.setAckCount(COMMIT_POLLS);
        properties.setMessageListener(listener);
        properties.setConsumerRebalanceListener(ownership);
        // the topic may be made after this service starts
        properties.setMissingTopicsFatal(false);
        var container = new ConcurrentMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<String, byte[]>(settings(source)), properties);
        container.setBeanName(source.owner() + "-events");
        container.setConcurrency(concurrency);
        container.setCommonErrorHandler(new PollFailures());
        return container;
    }

    private static Map<String, Object> settings(Source source) {
        return Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                source.bootstrapServers(),
                ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                StringDeserializer.class,
                ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
                ByteArrayDeserializer.class,
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                MOST_RECORDS,
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                SESSION_MILLIS,
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                SESSION_MILLIS / 3,
                ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                5_000,
                ConsumerConfig.METRIC_REPORTER_CLASSES_CONFIG,
                "");
    }
}
