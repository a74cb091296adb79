package io.neomt.provisioning.stream;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.ExponentialBackOff;

/** The worker's own consumer group on the topic of events. */
public final class TenantEventStream {

    /** The consumer group. */
    public static final String GROUP = "neo.provisioning";

    private static final long FIRST_RETRY_MILLIS = 200;
    private static final long LONGEST_RETRY_MILLIS = 10_000;
    private static final String METADATA_AGE_MILLIS = "10000";

    private static final int SESSION_MILLIS = 6_000;
    private static final int COMMIT_MILLIS = 1_000;
    private static final int COMMIT_RECORDS = 10_000;

    private TenantEventStream() {}

    /** A container that its owner starts and stops. */
    public static MessageListenerContainer container(
            String bootstrapServers, String topic, String owner, TenantEventListener listener) {
        ContainerProperties properties = new ContainerProperties(topic);
        properties.setGroupId(GROUP);
        // nearly every event is of something else, and one that is heard again is no harm
        properties.setAckMode(ContainerProperties.AckMode.COUNT_TIME);
        properties.setAckTime(COMMIT_MILLIS);
        properties.setAckCount(COMMIT_RECORDS);
        properties.setMessageListener(listener);
        properties.setClientId(owner);
        properties.setListenerTaskExecutor(new SimpleAsyncTaskExecutor(owner + "-events-"));
        KafkaMessageListenerContainer<String, byte[]> container = new KafkaMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(settings(bootstrapServers)), properties);
        container.setCommonErrorHandler(retryForEver());
        return container;
    }

    /** The registry does not answer, say: the same event is tried until it does. Nothing is ever passed over. */
    private static DefaultErrorHandler retryForEver() {
        ExponentialBackOff backOff = new ExponentialBackOff(FIRST_RETRY_MILLIS, 2);
        backOff.setMaxInterval(LONGEST_RETRY_MILLIS);
        return new DefaultErrorHandler(backOff);
    }

    private static Map<String, Object> settings(String bootstrapServers) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        // services share a process, and metrics are read over HTTP: nothing is registered with the virtual machine
        settings.put(ConsumerConfig.METRIC_REPORTER_CLASSES_CONFIG, "");
        // whoever takes the place of a worker that was killed waits this long; brokers allow no less by default
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
        settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, SESSION_MILLIS / 3);
        // a topic that is made after the worker has started is seen soon
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, METADATA_AGE_MILLIS);
        return settings;
    }
}
