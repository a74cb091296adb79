package io.neomt.projection.kernel;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A look at all tenants from outside, which finds what no delivery will set right: events that were never delivered, a
 * view that was lost, work that was left when a process died, rows that a server lost.
 */
public final class Survey {

    private final Map<TenantId, Seen> before = new HashMap<>();

    /**
     * One tenant as it was seen.
     *
     * @param head of the store, read last
     * @param known where each view is believed to be, read first; null where that is not known
     * @param actual where the last view says itself that it is, or null when it is gone or not whole
     * @param server that holds the rows: where it is another one, what it had last may be lost, and is applied again
     */
    public record Seen(
            Position head,
            List<@Nullable Position> known,
            @Nullable Position actual,
            String server) {

        private boolean isUnknown() {
            return known.isEmpty() || known.contains(null);
        }

        private boolean isBehind() {
            return known.stream().anyMatch(position -> position != null && !position.isAtLeast(head));
        }

        private boolean isLost() {
            @Nullable Position last = known.isEmpty() ? null : known.getLast();
            return actual == null || (last != null && !actual.isAtLeast(last)) || !head.isAtLeast(actual);
        }

        private boolean hasMoved(@Nullable Seen other) {
            return other != null && !server.equals(other.server);
        }

        private boolean hasSamePlaces(@Nullable Seen other) {
            return other != null && known.equals(other.known);
        }
    }

    /**
     * The tenants that need a look of their own. One that is merely behind counts only when it has not moved since the
     * last time: what was just delivered is on its way.
     */
    public List<TenantId> stragglers(Map<TenantId, Seen> now) {
        List<TenantId> found = now.entrySet().stream()
                .filter(each -> needsLook(each.getValue(), before.get(each.getKey())))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        before.clear();
        before.putAll(now);
        return found;
    }

    private static boolean needsLook(Seen now, @Nullable Seen earlier) {
        return now.isUnknown()
                || now.isLost()
                || now.hasMoved(earlier)
                || (now.isBehind() && now.hasSamePlaces(earlier));
    }
}
