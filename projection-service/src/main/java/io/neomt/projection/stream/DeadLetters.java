package io.neomt.projection.stream;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps records that nobody can read, as they were and with where they came from, on a topic beside that of the events. A
 * copy for people: what becomes of the tenant is decided by the store, so nothing waits for this, and what is not yet
 * written when the process ends is not written.
 */
public final class DeadLetters implements AutoCloseable {

    /** After the name of the topic. */
    public static final String SUFFIX = ".dlt";

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final int MOST_WAITING = 1_000;
    private static final int PAUSE_MILLIS = 500;

    private final KafkaProducer<String, byte[]> producer;
    private final Admin admin;
    private final String topic;
    private final Runnable onLetter;
    private final ThreadPoolExecutor writer;
    private boolean made;

    /**
     * @param events the topic of the events
     * @param onLetter told of each
     */
    public DeadLetters(String bootstrapServers, String events, Admin admin, String owner, Runnable onLetter) {
        this.topic = events + SUFFIX;
        this.admin = admin;
        this.onLetter = onLetter;
        String name = owner + "-dead-letters";
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.CLIENT_ID_CONFIG,
                        name,
                        ProducerConfig.METRIC_REPORTER_CLASSES_CONFIG,
                        ""),
                new StringSerializer(),
                new ByteArraySerializer());
        this.writer = new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                Thread.ofPlatform().daemon().name(name).factory());
    }

    /**
     * Keeps a record, as soon as Kafka takes it.
     *
     * @param tenant and its sequence, as far as the record tells
     */
    void keep(
            ConsumerRecord<String, byte[]> record, @Nullable String tenant, @Nullable String sequence, String reason) {
        ProducerRecord<String, byte[]> letter = new ProducerRecord<>(topic, record.key(), record.value());
        record.headers().forEach(letter.headers()::add);
        header(letter, "neo_origin_topic", record.topic());
        header(letter, "neo_origin_partition", Integer.toString(record.partition()));
        header(letter, "neo_origin_offset", Long.toString(record.offset()));
        header(letter, "neo_tenant", tenant);
        header(letter, "neo_sequence", sequence);
        header(letter, "neo_reason", reason);
        onLetter.run();
        try {
            writer.execute(() -> write(letter));
        } catch (RejectedExecutionException e) {
            lost(e);
        }
    }

    /** In the order of keeping; tried again for as long as it takes. */
    private void write(ProducerRecord<String, byte[]> letter) {
        boolean written = false;
        try {
            while (!written) {
                written = tryToWrite(letter);
                if (!written) {
                    Thread.sleep(PAUSE_MILLIS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            lost(e);
        } catch (ExecutionException | RuntimeException e) {
            lost(e);
        }
    }

    private boolean tryToWrite(ProducerRecord<String, byte[]> letter) throws InterruptedException, ExecutionException {
        try {
            makeTopic();
            producer.send(letter).get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RetriableException) {
                LOG.warn("a record that cannot be read waits to be kept on {}: {}", topic, e.toString());
                return false;
            }
            throw e;
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

    private void makeTopic() throws InterruptedException, ExecutionException {
        if (made) {
            return;
        }
        try {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
        made = true;
    }

    @Override
    public void close() {
        writer.shutdownNow();
        producer.close();
    }
}
