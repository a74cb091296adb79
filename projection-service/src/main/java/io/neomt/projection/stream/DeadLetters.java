package io.neomt.projection.stream;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps records that nobody can read, as they were and with where they came from, on a topic beside that of the events. A
 * copy for people: what becomes of the tenant is decided by the store, so that nothing waits for this.
 */
public final class DeadLetters implements AutoCloseable {

    /** After the name of the topic. */
    public static final String SUFFIX = ".dlt";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final int PATIENCE_MILLIS = 2_000;

    private final KafkaProducer<String, byte[]> producer;
    private final Admin admin;
    private final String topic;
    private final Runnable onLetter;
    private final AtomicBoolean made = new AtomicBoolean();

    /**
     * @param events the topic of the events
     * @param onLetter told of each
     */
    public DeadLetters(String bootstrapServers, String events, Admin admin, String owner, Runnable onLetter) {
        this.topic = events + SUFFIX;
        this.admin = admin;
        this.onLetter = onLetter;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.CLIENT_ID_CONFIG,
                        owner + "-dead-letters",
                        ProducerConfig.MAX_BLOCK_MS_CONFIG,
                        PATIENCE_MILLIS,
                        ProducerConfig.METRIC_REPORTER_CLASSES_CONFIG,
                        ""),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /**
     * Keeps a record.
     *
     * @param tenant and its sequence, as far as the record tells
     */
    void keep(
            ConsumerRecord<String, byte[]> record, @Nullable String tenant, @Nullable String sequence, String reason) {
        try {
            makeTopic();
            ProducerRecord<String, byte[]> letter = new ProducerRecord<>(topic, record.key(), record.value());
            record.headers().forEach(letter.headers()::add);
            header(letter, "neo_origin_topic", record.topic());
            header(letter, "neo_origin_partition", Integer.toString(record.partition()));
            header(letter, "neo_origin_offset", Long.toString(record.offset()));
            header(letter, "neo_tenant", tenant);
            header(letter, "neo_sequence", sequence);
            header(letter, "neo_reason", reason);
            var _ = producer.send(
                    letter, (_, failure) -> Optional.ofNullable(failure).ifPresent(this::lost));
            onLetter.run();
        } catch (RuntimeException e) {
            lost(e);
        }
    }

    private void lost(Exception failure) {
        LOG.warn("a record that cannot be read is not kept on {}: {}", topic, failure.toString());
    }

    private static void header(ProducerRecord<String, byte[]> letter, String name, @Nullable String value) {
        if (value != null) {
            letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void makeTopic() {
        if (made.get()) {
            return;
        }
        try {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.empty())))
                    .all()
                    .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IllegalStateException("the topic " + topic + " is not made in time", e);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("the topic " + topic + " cannot be made", e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the service is stopping", e);
        }
        made.set(true);
    }

    @Override
    public void close() {
        producer.close();
    }
}
