package io.neomt.projection.cache;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.projection.kernel.ContendedException;
import io.neomt.projection.kernel.EventLog;
import io.neomt.projection.kernel.Projection;
import io.neomt.projection.kernel.Pursuit;
import io.neomt.projection.permissionsets.SetReader;
import io.neomt.projection.rebuild.Difference;
import io.neomt.projection.rebuild.Observer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** One generation of one tenant's sets beside the one that is read. */
final class SetShadow {

    private static final int COMPARED_AT_ONCE = 250;
    private static final int MOST_EVENTS = 500;
    private static final Duration PAUSE = Duration.ofMillis(3);

    private final SetCache beside;
    private final Generations generations;
    private final TenantId tenant;
    private final int generation;
    private final boolean compare;
    private final Observer observer;
    private final Set<String> suspicious = new LinkedHashSet<>();
    private final Set<String> filled = new HashSet<>();
    private boolean filling;
    private long written;

    SetShadow(
            SetCache cache,
            Generations generations,
            TenantId tenant,
            int generation,
            boolean compare,
            Observer observer) {
        this.beside = cache.beside(generation, this::onWritten);
        this.generations = generations;
        this.tenant = tenant;
        this.generation = generation;
        this.compare = compare;
        this.observer = observer;
    }

    /** While the sets are filled in they are compared at once; what is written later is compared at the end. */
    private void onWritten(List<String> names) {
        observer.goOn();
        written += names.size();
        if (compare) {
            filled.addAll(names);
        }
        if (compare && filling) {
            pieces(names).forEach(piece -> suspicious.addAll(generations.suspicious(tenant, generation, piece)));
        } else if (compare) {
            suspicious.addAll(names);
        }
    }

    private static List<List<String>> pieces(List<String> names) {
        List<List<String>> pieces = new ArrayList<>();
        for (int from = 0; from < names.size(); from += COMPARED_AT_ONCE) {
            pieces.add(names.subList(from, Math.min(names.size(), from + COMPARED_AT_ONCE)));
        }
        return pieces;
    }

    void fill(SetReader reader) {
        filling = true;
        try {
            switch (new PermissionSetProjection(beside, reader, _ -> {}).rebuild(tenant)) {
                case Projection.Applied.Done _ -> {}
                case Projection.Applied.Lost _, Projection.Applied.Ahead _ ->
                    throw new ContendedException(PermissionSetProjection.NAME, tenant);
            }
        } finally {
            filling = false;
        }
        if (compare) {
            Set<String> strays = generations.names(tenant);
            strays.removeAll(filled);
            suspicious.addAll(strays);
        }
    }

    /** All that was written. */
    void remove() {
        pieces(List.copyOf(filled)).forEach(names -> generations.remove(tenant, generation, names));
    }

    long written() {
        return written;
    }

    /** To where the rows are. */
    Position catchUp(SetReader reader, EventLog log) {
        Projection view = new PermissionSetProjection(beside, reader, _ -> {});
        return new Pursuit(log, view, MOST_EVENTS).to(tenant, reader.position(tenant));
    }

    /** @return false when the sets that are read are not at the same position */
    boolean compareAll() {
        while (!suspicious.isEmpty()) {
            List<String> some = suspicious.stream().limit(COMPARED_AT_ONCE).toList();
            Optional<List<Difference>> found = generations.differences(tenant, generation, some);
            if (found.isEmpty()) {
                return false;
            }
            found.get().forEach(observer::differs);
            some.forEach(suspicious::remove);
        }
        return true;
    }

    boolean flip(Position at) {
        return switch (generations.flip(tenant, generation, at)) {
            case DONE -> true;
            case MISSING, MOVED -> false;
            case LOST -> throw new ContendedException(PermissionSetProjection.NAME, tenant);
        };
    }

    /** For as long as the sets that are read need to come to where these are. */
    void pause() {
        LockSupport.parkNanos(PAUSE.toNanos());
    }
}
