package io.neomt.command.stream;

import io.neomt.commons.observability.HealthProbe;
import java.util.Map;

/** Whether Kafka answers. Commands are accepted without it; their events wait in the store. */
public final class KafkaProbe implements HealthProbe {

    private final Topics topics;

    public KafkaProbe(Topics topics) {
        this.topics = topics;
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public boolean required() {
        return false;
    }

    @Override
    public Map<String, Object> check() throws Exception {
        return Map.of("brokers", topics.brokers());
    }
}
