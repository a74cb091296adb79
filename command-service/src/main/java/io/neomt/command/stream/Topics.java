package io.neomt.command.stream;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/** Asks the brokers about topics and makes those that are missing. */
public final class Topics implements AutoCloseable {

    private static final long TIMEOUT_SECONDS = 10;
    private static final Map<String, String> KEPT_FOR_EVER = Map.of("retention.ms", "-1", "cleanup.policy", "delete");

    private final Admin admin;
    private final String topic;
    private final int partitions;

    public Topics(String bootstrapServers, String topic, int partitions) {
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.CLIENT_ID_CONFIG, "command-service-topics",
                AdminClientConfig.METRIC_REPORTER_CLASSES_CONFIG, ""));
        this.topic = topic;
        this.partitions = partitions;
    }

    /** Makes the topic of events, and that of undecodable ones, unless they are there. */
    void createMissing() throws ExecutionException, InterruptedException, TimeoutException {
        Set<String> there = admin.listTopics().names().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        List<NewTopic> missing = List.of(events(), deadLetters()).stream()
                .filter(wanted -> !there.contains(wanted.name()))
                .toList();
        for (NewTopic wanted : missing) {
            create(wanted);
        }
    }

    private void create(NewTopic wanted) throws ExecutionException, InterruptedException, TimeoutException {
        try {
            admin.createTopics(List.of(wanted)).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            // another instance was faster
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    private NewTopic events() {
        return new NewTopic(topic, Optional.of(partitions), Optional.empty()).configs(KEPT_FOR_EVER);
    }

    private NewTopic deadLetters() {
        return new NewTopic(topic + ".dlt", Optional.of(partitions), Optional.empty()).configs(KEPT_FOR_EVER);
    }

    /** How many brokers answer. */
    public int brokers() throws ExecutionException, InterruptedException, TimeoutException {
        Collection<?> nodes = admin.describeCluster().nodes().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        return nodes.size();
    }

    @Override
    public void close() {
        admin.close();
    }
}
