package io.neomt.event.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.neomt.event.registry.SchemaRegistryException.Reason;
import java.net.URI;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfluentRestRegistryTest {

    private static final Schema SCHEMA = SchemaBuilder.record("R")
            .namespace("n")
            .fields()
            .requiredString("id")
            .endRecord();
    private static final String SCHEMA_JSON = "{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"R\\\","
            + "\\\"namespace\\\":\\\"n\\\",\\\"fields\\\":[{\\\"name\\\":\\\"id\\\",\\\"type\\\":\\\"string\\\"}]}";
    private static final String BODY = "{\"schema\":\"" + SCHEMA_JSON + "\"}";

    private final ScriptedServer server = new ScriptedServer();
    private final SchemaRegistry registry = new ConfluentRestRegistry(server.url());
    private final SchemaRegistry registering = new ConfluentRestRegistry(server.url(), true);

    @AfterEach
    void stop() {
        registry.close();
        registering.close();
        server.close();
    }

    @Test
    void anIdIsLookedUpOnceAndKnownForEver() {
        server.answering(200, "{\"subject\":\"n.R\",\"id\":9,\"version\":1}");
        assertThat(registry.idOf(SCHEMA)).isEqualTo(9);
        server.close();
        assertThat(registry.idOf(SCHEMA)).isEqualTo(9);
        assertThat(registry.byId(9)).isEqualTo(SCHEMA);
        assertThat(server.requests()).containsExactly("POST /api/subjects/n.R?normalize=true " + BODY);
    }

    @Test
    void aSchemaIsFetchedOnceAndKnownForEver() {
        server.answering(200, BODY);
        assertThat(registry.byId(9)).isEqualTo(SCHEMA);
        server.close();
        assertThat(registry.byId(9)).isEqualTo(SCHEMA);
        assertThat(registry.idOf(SCHEMA)).isEqualTo(9);
        assertThat(server.requests()).containsExactly("GET /api/schemas/ids/9");
    }

    @Test
    void withAutoRegisterAskingForAnIdRegisters() {
        server.answering(200, "{\"id\":9}");
        assertThat(registering.idOf(SCHEMA)).isEqualTo(9);
        assertThat(registering.register(SCHEMA)).isEqualTo(9);
        assertThat(server.requests()).containsExactly("POST /api/subjects/n.R/versions?normalize=true " + BODY);
    }

    @Test
    void withoutAutoRegisterNothingIsEverRegistered() {
        server.answering(404, "{\"error_code\":40401,\"message\":\"Subject 'n.R' not found.\"}");
        assertFails(() -> registry.idOf(SCHEMA), Reason.UNKNOWN_SCHEMA, "Subject 'n.R' not found.");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void whoeverLosesTheRaceToRegisterFindsTheSchemaRegistered() {
        server.answering(500, "{\"error_code\":50001,\"message\":\"write conflict\"}")
                .answering(200, "{\"id\":9}");
        assertThat(registering.register(SCHEMA)).isEqualTo(9);
    }

    @Test
    void anIncompatibleSchemaIsRefused() {
        server.answering(409, "{\"error_code\":409,\"message\":\"incompatible\"}")
                .answering(404, "{\"error_code\":40403,\"message\":\"Schema not found\"}");
        assertFails(() -> registering.register(SCHEMA), Reason.REFUSED, "incompatible");
    }

    @Test
    void aSubjectIsHeldToFullTransitive() {
        server.answering(200, "{\"compatibility\":\"FULL_TRANSITIVE\"}");
        registry.requireFullTransitive("n.R");
        assertThat(server.requests()).containsExactly("PUT /api/config/n.R {\"compatibility\":\"FULL_TRANSITIVE\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "404, '{\"error_code\":40403,\"message\":\"Schema not found\"}', UNKNOWN_SCHEMA",
        "404, '<html>no such page</html>', UNAVAILABLE",
        "404, '', UNAVAILABLE",
        "429, 'slow down', UNAVAILABLE",
        "500, '{\"error_code\":50001}', UNAVAILABLE",
        "503, '', UNAVAILABLE",
        "401, 'who are you', REFUSED",
        "422, '{\"error_code\":42201}', REFUSED",
        "302, '', REFUSED",
    })
    void failuresAreToldApartByWhatTheCallerCanDo(int status, String body, Reason reason) {
        server.answering(status, body);
        assertFails(() -> registry.byId(1), reason, Integer.toString(status));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[]", "{\"id\":\"9\"}", "{\"id\":1.5}", "{\"id\":99999999999}", "<html>"})
    void anAnswerWithoutAnIdIsNotBelieved(String body) {
        server.answering(200, body);
        assertFails(() -> registry.idOf(SCHEMA), Reason.UNAVAILABLE, "registry");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"schema\":\"no json\"}",
                "{\"schema\":\"{}\"}",
                "{\"schema\":\"{\\\"type\\\":\\\"object\\\"}\",\"schemaType\":\"JSON\"}"
            })
    void anIdOfSomethingElseThanAnAvroSchemaIsUnknown(String body) {
        server.answering(200, body);
        assertFails(() -> registry.byId(5), Reason.UNKNOWN_SCHEMA, "schema 5");
    }

    @Test
    void aFailureIsNotRemembered() {
        server.answering(503, "").answering(200, BODY);
        assertFails(() -> registry.byId(9), Reason.UNAVAILABLE, "503");
        assertThat(registry.byId(9)).isEqualTo(SCHEMA);
    }

    @Test
    void aRegistryThatIsDownSaysWhereItWasLookedFor() {
        server.close();
        assertFails(() -> registry.byId(9), Reason.UNAVAILABLE, server.url().getAuthority());
        assertFails(
                () -> registering.register(SCHEMA),
                Reason.UNAVAILABLE,
                server.url().getAuthority());
    }

    @Test
    void longAnswersAreQuotedInPart() {
        server.answering(500, "x".repeat(100_000));
        assertThatExceptionOfType(SchemaRegistryException.class)
                .isThrownBy(() -> registry.byId(9))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(1_000));
    }

    @Test
    void anInterruptedCallerStaysInterrupted() {
        Thread.currentThread().interrupt();
        try {
            assertFails(() -> registry.byId(9), Reason.UNAVAILABLE, "not waited for");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"registry:8081", "ftp://registry/", "/apis/ccompat/v7"})
    void anAddressThatIsNoHttpUrlIsRefusedAtOnce(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ConfluentRestRegistry(URI.create(url)))
                .withMessageContaining(url);
    }

    private static void assertFails(ThrowingCallable call, Reason reason, String message) {
        assertThatExceptionOfType(SchemaRegistryException.class)
                .isThrownBy(call)
                .withMessageContaining(message)
                .extracting(SchemaRegistryException::reason)
                .isEqualTo(reason);
    }
}
