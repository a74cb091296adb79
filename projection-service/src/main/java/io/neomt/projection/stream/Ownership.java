package io.neomt.projection.stream;

import io.neomt.event.TenantId;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/** Which tenants this process looks after: those whose partitions it was given. */
public final class Ownership implements ConsumerAwareRebalanceListener {

    private final Set<Integer> owned = ConcurrentHashMap.newKeySet();
    private final String topic;
    private final Runnable onAssigned;
    private volatile int partitions;

    /** @param onAssigned what is to be looked after may have grown */
    public Ownership(String topic, Runnable onAssigned) {
        this.topic = topic;
        this.onAssigned = onAssigned;
    }

    public boolean owns(TenantId tenant) {
        int count = partitions;
        return count > 0 && owned.contains(Partitions.of(tenant, count));
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> assigned) {
        if (!assigned.isEmpty()) {
            partitions = consumer.partitionsFor(topic).size();
            assigned.forEach(partition -> owned.add(partition.partition()));
            onAssigned.run();
        }
    }

    @Override
    public void onPartitionsRevokedAfterCommit(Consumer<?, ?> consumer, Collection<TopicPartition> revoked) {
        revoked.forEach(partition -> owned.remove(partition.partition()));
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> lost) {
        lost.forEach(partition -> owned.remove(partition.partition()));
    }
}
