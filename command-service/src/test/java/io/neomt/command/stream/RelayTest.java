package io.neomt.command.stream;

import static io.neomt.command.store.World.user;
import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.command.kernel.Command;
import io.neomt.command.relay.Outbox;
import io.neomt.command.store.PostgresOutbox;
import io.neomt.command.store.World;
import io.neomt.commons.observability.LocalTraces;
import io.neomt.event.CloudEventHeaders;
import io.neomt.event.EventHash;
import io.neomt.event.EventMetadata;
import io.neomt.event.TenantId;
import io.neomt.event.UserEvent.UserCreated;
import io.neomt.event.codec.AvroEventCodec;
import io.neomt.event.codec.Decoded;
import io.neomt.event.registry.ConfluentFrame;
import io.neomt.event.registry.SchemaRegistries;
import io.neomt.event.registry.SchemaRegistry;
import io.neomt.testkit.backends.Await;
import io.neomt.testkit.backends.Backends;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RelayTest {

    private static final Relay.Timing QUICK = new Relay.Timing(Duration.ofMillis(900), Duration.ofMillis(50));

    private final Backends backends = Backends.shared();
    private final String topic = backends.freshTopicName();
    private final World world = new World();
    private final Outbox outbox = new PostgresOutbox(world.database());
    private final SchemaRegistry registry = SchemaRegistries.connect(URI.create(backends.registryUrl()), true);
    private final ConfluentFrame frame = new ConfluentFrame(registry, new AvroEventCodec());

    @AfterEach
    void end() {
        registry.close();
        world.close();
    }

    @Test
    void everyEventArrivesOnceInOrderWithItsHeaders() {
        List<TenantId> tenants =
                IntStream.range(0, 5).mapToObj(i -> world.tenant("relay-" + i)).toList();
        try (Running relay = new Running(outbox, frame)) {
            tenants.forEach(tenant -> append(tenant, 40));
            try (Published published = relay.published()) {
                published.until("all events", all -> tenants.stream().allMatch(hasAll(all, 42)));

                assertThat(published.sequences()).containsAllEntriesOf(expected(tenants, 42));
                published.records().forEach(this::assertHeaders);
            }
            Await.until("nothing to publish", () -> relay.relay().lag().events() == 0);
        }
    }

    private void assertHeaders(ConsumerRecord<String, byte[]> record) {
        Map<String, String> headers = Published.headers(record);
        EventMetadata metadata = CloudEventHeaders.parse(headers);
        assertThat(record.key()).isEqualTo(metadata.tenantId().toString());
        assertThat(CloudEventHeaders.relayEpoch(headers)).isEqualTo(1);
        Decoded decoded = frame.unframe(CloudEventHeaders.wireType(headers), record.value());
        assertThat(decoded).isInstanceOf(Decoded.Known.class);
        if (((Decoded.Known) decoded).event() instanceof UserCreated created) {
            assertThat(metadata.subject()).isEqualTo("user/" + created.userId());
        }
    }

    @Test
    void anotherRelayTakesOverFromOneThatIsCutOffAndOnlyDuplicatesCome() {
        TenantId tenant = world.tenant("takeover");
        FailingOutbox failing = new FailingOutbox(outbox);
        try (Running first = new Running(failing, frame);
                Published published = first.published()) {
            append(tenant, 50);
            published.until("the first events", all -> hasAll(all, 52).test(tenant));
            failing.forget();
            append(tenant, 50);
            published.until(
                    "events that could not be marked", all -> hasAll(all, 102).test(tenant));
            failing.cutOff();
            try (Running second = new Running(outbox, frame, topic)) {
                append(tenant, 50);
                published.until("all events", all -> hasAll(all, 152).test(tenant));
                Await.until("nothing to publish", () -> outbox.lag().events() == 0);
                assertThat(second.relay().lag()).isNotNull();
            }
            assertThat(published.kept().get(tenant)).isEqualTo(range(152));
            assertThat(published.records().stream()
                            .map(Published::headers)
                            .mapToLong(CloudEventHeaders::relayEpoch)
                            .max()
                            .orElse(0))
                    .isGreaterThan(1);
        }
    }

    @Test
    void aRegistryThatIsAwayDelaysEventsAndLosesNone() {
        TenantId tenant = world.tenant("registry");
        FailingRegistry away = new FailingRegistry(registry, 5);
        try (Running relay = new Running(outbox, new ConfluentFrame(away, new AvroEventCodec()));
                Published published = relay.published()) {
            append(tenant, 20);
            published.until("all events", all -> hasAll(all, 22).test(tenant));

            assertThat(published.kept().get(tenant)).isEqualTo(range(22));
            assertThat(away.refused()).isEqualTo(5);
        }
    }

    @Test
    void aRelayThatStartsLaterFindsWhatWasCommittedBefore() {
        TenantId tenant = world.tenant("earlier");
        append(tenant, 1_100);
        try (Running relay = new Running(outbox, frame);
                Published published = relay.published()) {
            published.until("all events", all -> hasAll(all, 1_102).test(tenant));
            assertThat(published.sequences().get(tenant)).isEqualTo(range(1_102));
            assertLinked(published.records().stream()
                    .map(Published::headers)
                    .filter(headers -> tenant.toString().equals(headers.get(CloudEventHeaders.TENANT_ID)))
                    .toList());
        }
    }

    /** Each says the hash of the one before it, also where one portion ends and the next begins. */
    private static void assertLinked(List<Map<String, String>> headers) {
        String previous = EventHash.NONE.hex();
        for (Map<String, String> each : headers) {
            assertThat(each).containsEntry(CloudEventHeaders.PREVIOUS_HASH, previous);
            previous = each.get(CloudEventHeaders.HASH);
        }
    }

    private void append(TenantId tenant, int users) {
        world.send(
                tenant,
                IntStream.range(0, users)
                        .mapToObj(i -> user("u-" + UUID.randomUUID()))
                        .toArray(Command[]::new));
    }

    private static Predicate<TenantId> hasAll(Map<TenantId, List<Long>> sequences, long last) {
        return tenant -> sequences.getOrDefault(tenant, List.of()).contains(last);
    }

    private static Map<TenantId, List<Long>> expected(List<TenantId> tenants, long last) {
        return tenants.stream().collect(Collectors.toMap(tenant -> tenant, tenant -> range(last)));
    }

    private static List<Long> range(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    /** A relay with all that it needs. */
    private final class Running implements AutoCloseable {

        private final Topics topics;
        private final EventPublisher publisher;
        private final Relay relay;
        private final String name;

        Running(Outbox from, ConfluentFrame frame) {
            this(from, frame, topic);
        }

        Running(Outbox from, ConfluentFrame frame, String name) {
            this.name = name;
            topics = new Topics(backends.kafkaBootstrap(), name, 3);
            publisher = new EventPublisher(backends.kafkaBootstrap(), name, frame, new LocalTraces());
            relay = new Relay(from, topics, publisher, UUID.randomUUID().toString(), QUICK);
            relay.start();
        }

        Relay relay() {
            return relay;
        }

        Published published() {
            return new Published(backends.kafkaBootstrap(), name);
        }

        @Override
        public void close() {
            relay.close();
            publisher.close();
            topics.close();
        }
    }
}
