package io.neomt.provisioning.stream;

import io.neomt.commons.observability.HealthProbe;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.kafka.listener.MessageListenerContainer;

/** Whether Kafka answers and the worker listens to it. Without Kafka tenants are still found, only later. */
public final class KafkaProbe implements HealthProbe {

    private static final int MILLIS = 900;

    private final Admin admin;
    private final MessageListenerContainer container;

    public KafkaProbe(Admin admin, MessageListenerContainer container) {
        this.admin = admin;
        this.container = container;
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
    public Map<String, Object> check() throws ExecutionException, InterruptedException, TimeoutException {
        if (!container.isRunning()) {
            throw new IllegalStateException("the listener does not run");
        }
        int brokers = admin.describeCluster()
                .nodes()
                .get(MILLIS, TimeUnit.MILLISECONDS)
                .size();
        return Map.of("brokers", brokers);
    }
}
