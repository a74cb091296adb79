package io.neomt.projection.cache;

import io.neomt.event.EventEnvelope;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.projection.kernel.Projection;
import io.neomt.projection.kernel.SideThread;
import io.neomt.projection.permissionsets.Affected;
import io.neomt.projection.permissionsets.PermissionSets;
import io.neomt.projection.permissionsets.SetReader;
import io.neomt.view.cache.CacheMarker;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Brings a tenant's sets in Redis to where the tenant's rows are. */
public final class PermissionSetProjection implements Projection {

    /** The name of this projection in metrics. */
    public static final String NAME = "permissionsets";

    private static final int MOST_IN_ONE_SCRIPT = 5_000;

    private final SetCache cache;
    private final SetReader reader;
    private final IntConsumer onWritten;

    /** @param onWritten is told how many sets were written */
    public PermissionSetProjection(SetCache cache, SetReader reader, IntConsumer onWritten) {
        this.cache = cache;
        this.reader = reader;
        this.onWritten = onWritten;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** A marker beyond the rows comes from another history, as after the rows were restored from a backup. */
    @Override
    public Progress progress(TenantId tenant) {
        Optional<CacheMarker> marker = cache.marker(tenant).filter(CacheMarker::complete);
        // the rows are looked at later, so that they can only have moved on
        return marker.filter(found -> reader.position(tenant).isAtLeast(found.position()))
                .<Progress>map(found -> new Progress.At(found.position()))
                .orElseGet(Progress.Missing::new);
    }

    @Override
    public Applied apply(TenantId tenant, Position from, List<EventEnvelope> events) {
        Position to = events.getLast().position();
        PermissionSets sets = reader.read(tenant, Affected.by(events));
        int order = sets.position().compareTo(to);
        if (order > 0) {
            return new Applied.Ahead(sets.position());
        }
        if (order < 0) {
            throw new IllegalStateException("the rows of tenant " + tenant + " are at " + sets.position()
                    + ", before the events up to " + to + " that their sets are asked for");
        }
        return sets.size() > MOST_IN_ONE_SCRIPT ? rebuild(tenant) : write(tenant, from, sets);
    }

    private Applied write(TenantId tenant, Position from, PermissionSets sets) {
        return switch (cache.apply(tenant, from, sets)) {
            case DONE -> {
                onWritten.accept(sets.size());
                yield new Applied.Done(sets.position());
            }
            case LOST, MISSING -> new Applied.Lost();
        };
    }

    @Override
    public void remove(TenantId tenant) {
        cache.remove(tenant);
    }

    /** Each piece is written while the next one is read. */
    private Position readAll(TenantId tenant, SetCache.Rebuild rebuild) {
        try (SideThread writer = new SideThread()) {
            Writing writing = new Writing(writer, rebuild);
            Position position = reader.readAll(tenant, writing::next);
            writing.await();
            return position;
        }
    }

    private final class Writing {

        private final SideThread writer;
        private final SetCache.Rebuild rebuild;
        private Future<Integer> last;

        private Writing(SideThread writer, SetCache.Rebuild rebuild) {
            this.writer = writer;
            this.rebuild = rebuild;
            this.last = writer.begin(() -> 0);
        }

        private void next(PermissionSets piece) {
            await();
            last = writer.begin(() -> {
                rebuild.fill(piece);
                return piece.size();
            });
        }

        private void await() {
            onWritten.accept(SideThread.outcome(last));
        }
    }

    /** In pieces; the marker is complete again only after the last one. */
    @Override
    public Applied rebuild(TenantId tenant) {
        // a tenant without rows gets no marker, either
        reader.position(tenant);
        SetCache.Rebuild rebuild = cache.begin(tenant);
        if (rebuild.before().compareTo(reader.position(tenant)) > 0) {
            rebuild.clear();
        }
        Position position = readAll(tenant, rebuild);
        return rebuild.finish(position) ? new Applied.Done(position) : new Applied.Lost();
    }
}
