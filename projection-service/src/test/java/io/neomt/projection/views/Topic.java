package io.neomt.projection.views;

import io.neomt.event.CloudEventHeaders;
import io.neomt.event.EventEnvelope;
import io.neomt.event.codec.AvroEventCodec;
import io.neomt.event.registry.ConfluentFrame;
import io.neomt.event.registry.ConfluentRestRegistry;
import io.neomt.testkit.backends.Backends;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A topic of its own, and what the relay would publish to it. */
final class Topic implements AutoCloseable {

    final String name;
    private final String bootstrap;
    private final AvroEventCodec codec = new AvroEventCodec();
    private final ConfluentRestRegistry registry;
    private final ConfluentFrame frame;
    private final KafkaProducer<String, byte[]> producer;

    Topic(Backends backends, int partitions) {
        bootstrap = backends.kafkaBootstrap();
        name = backends.freshTopicName();
        backends.createTopic(name, partitions);
        registry = new ConfluentRestRegistry(URI.create(backends.registryUrl()), true);
        frame = new ConfluentFrame(registry, codec);
        producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, backends.kafkaBootstrap()),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    void publish(List<EventEnvelope> events) {
        events.forEach(event -> send(event, event.type().wireName(), frame.frame(codec.encode(event.event()))));
        producer.flush();
    }

    /** A record in the place of an event, with the event's headers. */
    void publish(EventEnvelope event, String type, byte[] value) {
        send(event, type, value);
        producer.flush();
    }

    /** A record that is no event at all. */
    void publishGarbage(String key) {
        var _ = producer.send(new ProducerRecord<>(name, key, new byte[] {1, 2, 3}));
        producer.flush();
    }

    private void send(EventEnvelope event, String type, byte[] value) {
        ProducerRecord<String, byte[]> sent =
                new ProducerRecord<>(name, event.tenantId().toString(), value);
        CloudEventHeaders.of(event.metadata(), event.type(), 1)
                .forEach((header, text) -> sent.headers().add(header, text.getBytes(StandardCharsets.UTF_8)));
        sent.headers().remove(CloudEventHeaders.TYPE);
        sent.headers().add(CloudEventHeaders.TYPE, type.getBytes(StandardCharsets.UTF_8));
        var _ = producer.send(sent);
    }

    /** The headers of what was kept of records that nobody can read. */
    List<Map<String, String>> deadLetters() {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest");
        TopicPartition only = new TopicPartition(name + ".dlt", 0);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(only));
            long end = consumer.endOffsets(List.of(only)).getOrDefault(only, 0L);
            List<Map<String, String>> letters = new ArrayList<>();
            while (letters.size() < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(letter -> letters.add(headers(letter)));
            }
            return letters;
        }
    }

    private static Map<String, String> headers(ConsumerRecord<String, byte[]> letter) {
        Map<String, String> headers = new HashMap<>();
        letter.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }

    @Override
    public void close() {
        producer.close();
        registry.close();
    }
}
