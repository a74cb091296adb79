package io.neomt.provisioning.config;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.commons.config.ServiceApplication;
import io.neomt.event.CloudEventHeaders;
import io.neomt.event.DeploymentType;
import io.neomt.event.EventMetadata;
import io.neomt.event.EventType;
import io.neomt.event.Position;
import io.neomt.event.TenantEvent.TenantRequested;
import io.neomt.event.TenantId;
import io.neomt.event.codec.AvroEventCodec;
import io.neomt.event.registry.ConfluentFrame;
import io.neomt.event.registry.ConfluentRestRegistry;
import io.neomt.provisioning.TestPlatform;
import io.neomt.testkit.backends.Await;
import io.neomt.testkit.backends.Backends;
import io.neomt.view.Migrations;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The worker as it is started, once for all tests, on real parts but for the command service. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProvisioningWorkerTest {

    /** Lies ahead, so that the worker's look into the directory never finds the row: only an event leads to it. */
    private final Duration notYet = Duration.between(Instant.now().plusSeconds(3_600), TestPlatform.NOW);

    private final Backends backends = Backends.shared();
    private final TestPlatform platform = new TestPlatform();
    private final StubCommandService commandService = new StubCommandService(platform);
    private final String topic = backends.freshTopicName();
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private ConfigurableApplicationContext worker;

    @BeforeAll
    void start() {
        backends.createTopic(topic, 3);
        List<String> args = new ArrayList<>(List.of(
                "--server.port=0",
                "--neo.events.topic=" + topic,
                "--neo.service-account.command-service-url=" + commandService.uri()));
        platform.admin().properties().forEach((key, value) -> args.add("--" + key + "=" + value));
        worker = ProvisioningWorkerApplication.start(args.toArray(String[]::new));
    }

    @AfterAll
    void stop() {
        worker.close();
        commandService.close();
        platform.close();
        http.close();
    }

    @Test
    void anEventLeadsToAnActiveTenant() throws Exception {
        TenantId acme = platform.request("acme", TestPlatform.REGION, notYet);

        publish(acme, "tenant_acme");
        awaitActive(acme);

        JsonNode status = status(acme);
        assertThat(status.at("/status").stringValue()).isEqualTo("active");
        assertThat(status.at("/connection_name").stringValue()).isEqualTo(TestPlatform.CONNECTION);
        assertThat(status.at("/template_version").stringValue()).isEqualTo(Migrations.TENANT.requiredVersion());
        assertThat(status.at("/waiting_for").isNull()).isTrue();
        assertThat(status.at("/database_role").stringValue()).startsWith("neo_tenant_");
        Await.until(
                "the end of the operation",
                () -> status(acme).at("/operation/state").stringValue().equals("done"));
        JsonNode steps = status(acme).at("/steps");
        assertThat(steps.at("/1/step").stringValue()).isEqualTo("create_schema");
        assertThat(steps.at("/1/outcome").stringValue()).isEqualTo("done");
        assertThat(steps.at("/1/millis").isNumber()).isTrue();
        Await.until(
                "the metric",
                () -> get("/metrics", null).body().contains("provisioning_tenants_total{result=\"done\"}"));
        assertThat(get("/metrics", null).body()).contains("provisioning_duration_seconds_count");
    }

    @Test
    void aTenantOfWhichNoEventToldIsFoundInTheDirectory() {
        TenantId forgotten = platform.request("forgotten", TestPlatform.REGION, Duration.ofSeconds(5));

        awaitActive(forgotten);
    }

    @Test
    void anUnreadableEventHoldsUpNothing() {
        TenantId broken = platform.request("broken", TestPlatform.REGION, Duration.ofSeconds(5));
        TenantId next = platform.request("next", TestPlatform.REGION, notYet);

        send(broken, new byte[] {1, 2, 3});
        publish(next, "tenant_next");

        awaitActive(next);
        awaitActive(broken);
    }

    @Test
    void aCommandServiceThatIsBusyIsAskedAgain() {
        TenantId acme = platform.request("patient", TestPlatform.REGION, notYet);
        commandService.busy.set(2);

        publish(acme, "tenant_patient");

        awaitActive(acme);
        assertThat(commandService.busy).hasValue(0);
    }

    @Test
    void aTenantInAnUnknownRegionSaysWhatItWaitsForAndGoesOnByItself() throws Exception {
        TenantId acme = platform.request("martian", "mars-1", Duration.ofSeconds(5));
        TenantId other = platform.request("other", TestPlatform.REGION, Duration.ofSeconds(5));

        awaitActive(other);
        assertThat(status(acme).at("/waiting_for").stringValue()).contains("for region 'mars-1'");
        assertThat(status(acme).at("/operation/state").stringValue()).isEqualTo("open");

        platform.register("mars-1", "mars-primary");
        awaitActive(acme);
        assertThat(status(acme).at("/connection_name").stringValue()).isEqualTo("mars-primary");
    }

    @Test
    void onlyThePlatformMayLook() {
        TenantId acme = platform.request("private", TestPlatform.REGION, notYet);
        String path = "/api/v1/admin/tenants/" + acme + "/provisioning";

        assertThat(get(path, null).statusCode()).isEqualTo(401);
        assertThat(get(path, backends.issuer().issueToken("tenant-private", "ann"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(get("/api/v1/admin/tenants/nobody/provisioning", platformToken())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void healthNamesTheDatabaseAndKafka() throws Exception {
        Await.until("health", () -> get("/health", null).statusCode() == 200);

        JsonNode services = json.readTree(get("/health", null).body()).get("services");
        assertThat(services.at("/database/status").stringValue()).isEqualTo("healthy");
        assertThat(services.at("/kafka/status").stringValue()).isEqualTo("healthy");
    }

    private void awaitActive(TenantId tenant) {
        Await.until("tenant " + tenant, () -> platform.isActive(tenant));
    }

    private JsonNode status(TenantId tenant) {
        HttpResponse<String> response = get("/api/v1/admin/tenants/" + tenant + "/provisioning", platformToken());
        assertThat(response.statusCode()).isEqualTo(200);
        return json.readTree(response.body()).get("data");
    }

    private String platformToken() {
        return backends.issuer().issueToken("NeoAdmin", "admin");
    }

    private void publish(TenantId tenant, String schema) {
        AvroEventCodec codec = new AvroEventCodec();
        try (ConfluentRestRegistry registry = new ConfluentRestRegistry(URI.create(backends.registryUrl()), true)) {
            TenantRequested event = new TenantRequested(
                    tenant, "Acme", "acme", null, TestPlatform.REGION, DeploymentType.SCHEMA, schema, true);
            send(tenant, new ConfluentFrame(registry, codec).frame(codec.encode(event)));
        }
    }

    private void send(TenantId tenant, byte[] value) {
        EventMetadata metadata = new EventMetadata(
                UUID.randomUUID(),
                tenant,
                new Position(1),
                "tenant/" + tenant,
                Instant.now(),
                "platform/admin",
                "c",
                "c",
                null);
        ProducerRecord<String, byte[]> event = new ProducerRecord<>(topic, tenant.toString(), value);
        CloudEventHeaders.of(metadata, EventType.TENANT_REQUESTED, 1)
                .forEach((name, text) -> event.headers().add(name, text.getBytes(UTF_8)));
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", backends.kafkaBootstrap()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            var unused = producer.send(event);
        }
    }

    private HttpResponse<String> get(String path, @Nullable String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ServiceApplication.port(worker) + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
