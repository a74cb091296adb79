package io.neomt.projection.telemetry;

import io.neomt.commons.observability.TraceParent;
import io.neomt.commons.observability.Traces;
import io.neomt.event.EventEnvelope;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.projection.kernel.Projection;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Makes what a projection does with an event a step of the event's trace. A batch is one for each of its events. */
public final class TracedProjection implements Projection {

    private final Projection projection;
    private final Traces traces;
    private final Clock clock;

    public TracedProjection(Projection projection, Traces traces, Clock clock) {
        this.projection = projection;
        this.traces = traces;
        this.clock = clock;
    }

    @Override
    public String name() {
        return projection.name();
    }

    @Override
    public Progress progress(TenantId tenant) {
        return projection.progress(tenant);
    }

    @Override
    public Applied apply(TenantId tenant, Position from, List<EventEnvelope> events) {
        var begun = clock.instant();
        Applied applied = projection.apply(tenant, from, events);
        if (applied instanceof Applied.Done) {
            Traces.Times times = new Traces.Times(begun, clock.instant());
            events.forEach(event -> TraceParent.parse(event.metadata().traceparent())
                    .filter(traces::isTold)
                    .ifPresent(parent -> tell(event, parent, times)));
        }
        return applied;
    }

    private void tell(EventEnvelope event, TraceParent parent, Traces.Times times) {
        traces.tell(
                Traces.Kind.CONSUMER,
                "apply to " + projection.name(),
                parent,
                times,
                Map.of(
                        "neo.tenant.id", event.tenantId().toString(),
                        "neo.position", event.position().toString(),
                        "neo.event.type", event.type().wireName()));
    }

    @Override
    public Applied rebuild(TenantId tenant) {
        return projection.rebuild(tenant);
    }

    @Override
    public void remove(TenantId tenant) {
        projection.remove(tenant);
    }
}
