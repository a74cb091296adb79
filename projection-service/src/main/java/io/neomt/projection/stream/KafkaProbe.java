package io.neomt.projection.stream;

import io.neomt.commons.observability.HealthProbe;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** Asks Kafka whether it answers. Without it the store is read instead, only later. */
public final class KafkaProbe implements HealthProbe {

    private static final int SECONDS = 1;

    private final Admin admin;

    public KafkaProbe(Admin admin) {
        this.admin = admin;
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
    public Map<String, Object> check() throws InterruptedException, ExecutionException, TimeoutException {
        int brokers =
                admin.describeCluster().nodes().get(SECONDS, TimeUnit.SECONDS).size();
        return Map.of("brokers", brokers);
    }
}
