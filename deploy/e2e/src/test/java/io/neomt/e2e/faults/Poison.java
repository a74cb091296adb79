package io.neomt.e2e.faults;

import io.neomt.event.CloudEventHeaders;
import io.neomt.event.EventMetadata;
import io.neomt.event.EventType;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What nobody can read. */
final class Poison {

    /** Marks what is no part of what the relay has published. */
    static final String HEADER = "test_poison";

    private static final byte[] GARBAGE = {0, 0, 0, 0, 99, 1, 2, 3};
    private static final int TIMES = 5;

    private Poison() {}

    /** Of each tenant records whose bytes are damaged, and such as are no events at all. */
    static String records(FaultPlatform platform, Load load) {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        platform.ground().addresses().kafkaBootstrap()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (int i = 0; i < TIMES; i++) {
                load.tenants().forEach(tenant -> {
                    var _ = producer.send(damaged(platform, tenant));
                    var _ = producer.send(
                            marked(new ProducerRecord<>(platform.ground().topic(), tenant, GARBAGE)));
                });
                producer.flush();
                load.goesOn(10);
            }
        }
        return "";
    }

    /** As the tenant's last event, of which nothing but the headers is left. */
    private static ProducerRecord<String, byte[]> damaged(FaultPlatform platform, String tenant) {
        long head = platform.stores().invariants().log().head(UUID.fromString(tenant));
        EventMetadata metadata = new EventMetadata(
                UUID.randomUUID(),
                TenantId.of(tenant),
                new Position(head),
                "user/" + UUID.randomUUID(),
                Instant.now(),
                "nobody",
                "none",
                "none",
                null);
        ProducerRecord<String, byte[]> damaged =
                new ProducerRecord<>(platform.ground().topic(), tenant, GARBAGE);
        CloudEventHeaders.of(metadata, EventType.USER_CREATED, 1)
                .forEach((name, value) -> damaged.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return marked(damaged);
    }

    private static ProducerRecord<String, byte[]> marked(ProducerRecord<String, byte[]> record) {
        record.headers().add(HEADER, GARBAGE);
        return record;
    }
}
