package io.neomt.projection.kernel;

import io.neomt.event.EventEnvelope;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A view in memory: the positions that were applied, in order. */
final class MemoryView implements Projection {

    final Map<TenantId, List<Long>> applied = new ConcurrentHashMap<>();
    final List<TenantId> removed = new ArrayList<>();
    private final String name;

    /** Called before anything is applied. */
    Consumer<TenantId> before = _ -> {};

    /** What it cannot apply, ever. */
    Predicate<EventEnvelope> poison = _ -> false;

    Progress progressWhenEmpty = new Progress.At(Position.NONE);

    MemoryView(String name) {
        this.name = name;
    }

    List<Long> of(TenantId tenant) {
        return applied.getOrDefault(tenant, List.of());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Progress progress(TenantId tenant) {
        List<Long> all = of(tenant);
        return all.isEmpty() ? progressWhenEmpty : new Progress.At(new Position(all.getLast()));
    }

    @Override
    public Applied apply(TenantId tenant, Position from, List<EventEnvelope> events) {
        before.accept(tenant);
        events.stream().filter(poison).findFirst().ifPresent(event -> {
            throw new IllegalArgumentException("poison at " + event.position());
        });
        List<Long> all = new ArrayList<>(of(tenant));
        if ((all.isEmpty() ? 0 : all.getLast()) != from.value()) {
            return new Applied.Lost();
        }
        events.forEach(event -> all.add(event.position().value()));
        applied.put(tenant, all);
        return new Applied.Done(events.getLast().position());
    }

    @Override
    public void remove(TenantId tenant) {
        before.accept(tenant);
        applied.remove(tenant);
        removed.add(tenant);
    }

    @Override
    public Applied rebuild(TenantId tenant) {
        progressWhenEmpty = new Progress.At(Position.NONE);
        return new Applied.Done(Position.NONE);
    }
}
