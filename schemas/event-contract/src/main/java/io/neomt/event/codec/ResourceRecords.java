package io.neomt.event.codec;

import io.neomt.event.ResourceEvent;
import io.neomt.event.TeamId;
import io.neomt.event.UserId;
import io.neomt.event.avro.ResourceRegistered;
import io.neomt.event.avro.ResourceRemoved;
import io.neomt.permission.Instance;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Resource events as Avro records. */
final class ResourceRecords {

    private ResourceRecords() {}

    static SpecificRecord toAvro(ResourceEvent event) {
        return switch (event) {
            case ResourceEvent.ResourceRegistered e ->
                new ResourceRegistered(
                        e.instance().type(),
                        e.instance().id(),
                        e.owner() == null ? null : e.owner().toString(),
                        e.team() == null ? null : e.team().toString(),
                        e.properties());
            case ResourceEvent.ResourceRemoved e ->
                new ResourceRemoved(e.instance().type(), e.instance().id());
        };
    }

    static ResourceEvent toEvent(ResourceRegistered record) {
        return new ResourceEvent.ResourceRegistered(
                new Instance(record.getResourceType(), record.getResourceId()),
                owner(record.getOwnerId()),
                team(record.getTeamId()),
                record.getProperties());
    }

    static ResourceEvent toEvent(ResourceRemoved record) {
        return new ResourceEvent.ResourceRemoved(new Instance(record.getResourceType(), record.getResourceId()));
    }

    private static @Nullable UserId owner(@Nullable String text) {
        return text == null ? null : UserId.of(text);
    }

    private static @Nullable TeamId team(@Nullable String text) {
        return text == null ? null : TeamId.of(text);
    }
}
