package io.neomt.projection.store;

import io.neomt.event.EventEnvelope;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.projection.kernel.EventLog;
import java.util.List;

/** Events as the audit log tells of them: what was skipped or patched is as it was published, where that can be read. */
public final class PublishedEvents implements EventLog {

    private final EventLog log;
    private final StoredEvents store;

    /** @param log where the events come from */
    public PublishedEvents(EventLog log, StoredEvents store) {
        this.log = log;
        this.store = store;
    }

    @Override
    public Position head(TenantId tenant) {
        return log.head(tenant);
    }

    @Override
    public List<EventEnvelope> read(TenantId tenant, Position after, Position upTo) {
        return store.published(tenant, log.read(tenant, after, upTo));
    }

    @Override
    public boolean isReplaced(TenantId tenant, Position position) {
        return log.isReplaced(tenant, position);
    }
}
