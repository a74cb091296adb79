package io.neomt.projection.stream;

import io.neomt.event.TenantId;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/** Where on the topic a tenant's events are: always in the same partition, as whoever publishes them puts them there. */
final class Partitions {

    private Partitions() {}

    /** @param count of the topic's partitions */
    static int of(TenantId tenant, int count) {
        return BuiltInPartitioner.partitionForKey(tenant.toString().getBytes(StandardCharsets.UTF_8), count);
    }
}
