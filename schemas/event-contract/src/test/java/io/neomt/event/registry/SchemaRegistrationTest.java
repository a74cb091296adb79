package io.neomt.event.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.EventType;
import io.neomt.event.codec.SchemaHistory;
import java.net.URI;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class SchemaRegistrationTest {

    private final MemoryRegistry registry = new MemoryRegistry();
    private final SchemaHistory history = SchemaHistory.shipped();

    @Test
    void everySubjectGetsItsFirstSchemaThenItsRuleThenTheRest() {
        new SchemaRegistration(registry, history).registerAll();
        for (EventType type : EventType.values()) {
            String subject = SchemaRegistry.subjectOf(history.newestOf(type));
            List<String> steps = registry.steps.stream()
                    .filter(step -> step.endsWith(" " + subject))
                    .toList();
            assertThat(steps).startsWith("register " + subject, "hold " + subject);
            assertThat(steps).hasSize(history.versionsOf(type).size() + 1);
        }
    }

    @Test
    void doingItAgainRegistersNothingNew() {
        SchemaRegistration registration = new SchemaRegistration(registry, history);
        registration.registerAll();
        registry.steps.clear();
        registration.registerAll();
        assertThat(registry.steps).allMatch(step -> step.startsWith("hold "));
    }

    @Test
    void theBuiltInClientServesExactlyWhereNoOtherWasBuiltIn() {
        try (SchemaRegistry connected = SchemaRegistries.connect(URI.create("http://127.0.0.1:1/"), false)) {
            assertThat(connected instanceof ConfluentRestRegistry)
                    .isEqualTo(ServiceLoader.load(SchemaRegistryProvider.class)
                            .findFirst()
                            .isEmpty());
        }
    }
}
