package io.neomt.command.stream;

import io.neomt.command.relay.StoredEvent;
import io.neomt.commons.observability.TraceParent;
import io.neomt.commons.observability.Traces;
import io.neomt.event.CloudEventHeaders;
import io.neomt.event.EventMetadata;
import io.neomt.event.EventType;
import io.neomt.event.registry.ConfluentFrame;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends events to Kafka, keyed by tenant: Kafka's own partitioner keeps a tenant in one partition for as long as the number
 * of partitions is unchanged, which it is for ever.
 */
public final class EventPublisher implements AutoCloseable {

    private static final Duration CLOSING = Duration.ofSeconds(5);

    private final Producer<String, byte[]> producer;
    private final ConfluentFrame frame;
    private final String topic;
    private final Traces traces;

    /** @param traces in which each publication is a step */
    public EventPublisher(String bootstrapServers, String topic, ConfluentFrame frame, Traces traces) {
        this.producer =
                new KafkaProducer<>(settings(bootstrapServers), new StringSerializer(), new ByteArraySerializer());
        this.frame = frame;
        this.topic = topic;
        this.traces = traces;
    }

    private static Map<String, Object> settings(String bootstrapServers) {
        return Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.CLIENT_ID_CONFIG,
                "command-service-relay",
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                true,
                // a send that gave up while later ones got through would turn the order round, so none gives up
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                Integer.MAX_VALUE,
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                10_000,
                ProducerConfig.LINGER_MS_CONFIG,
                0,
                ProducerConfig.METRIC_REPORTER_CLASSES_CONFIG,
                "");
    }

    /**
     * Sends without waiting; the result is there when every replica in sync has the event.
     *
     * @param relayEpoch the epoch of the lease under which it is published
     */
    Future<RecordMetadata> send(StoredEvent event, long relayEpoch) {
        ProducerRecord<String, byte[]> sent =
                new ProducerRecord<>(topic, event.metadata().tenantId().toString(), frame.frame(event.encoded()));
        headers(event, relayEpoch)
                .forEach((name, value) -> sent.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return TraceParent.parse(event.metadata().traceparent())
                .filter(traces::isTold)
                .map(parent -> send(sent, event.metadata(), parent))
                .orElseGet(() -> producer.send(sent));
    }

    private Future<RecordMetadata> send(
            ProducerRecord<String, byte[]> sent, EventMetadata metadata, TraceParent parent) {
        Instant begun = Instant.now();
        return producer.send(sent, (_, failure) -> {
            if (failure == null) {
                traces.tell(
                        Traces.Kind.PRODUCER,
                        "publish " + topic,
                        parent,
                        new Traces.Times(begun, Instant.now()),
                        Map.of(
                                "messaging.system",
                                "kafka",
                                "messaging.destination.name",
                                topic,
                                "neo.tenant.id",
                                metadata.tenantId().toString(),
                                "neo.position",
                                metadata.position().toString()));
            }
        });
    }

    private static Map<String, String> headers(StoredEvent event, long relayEpoch) {
        EventType type = event.encoded().type();
        StoredEvent.@Nullable Link link = event.link();
        return link == null
                ? CloudEventHeaders.of(event.metadata(), type, relayEpoch)
                : CloudEventHeaders.of(event.metadata(), type, relayEpoch, link.previous(), link.own());
    }

    @Override
    public void close() {
        producer.close(CLOSING);
    }
}
