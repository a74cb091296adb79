package io.neomt.command.tenant;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far a tenant's life has come.
 *
 * @param placement where it lives or shall live; null until that is decided, and once it could not be made
 * @param activation null until its schema exists
 * @param failure why it could not be made
 * @param suspended why nobody may do anything in it; kept while it is deleted
 * @param until when it may be purged; until then it can be restored
 * @param purging whether nothing brings it back any more
 * @param removed what there was of it when it was purged, for people
 */
public record Life(
        TenantStatus status,
        @Nullable Placement placement,
        @Nullable Activation activation,
        @Nullable Failure failure,
        @Nullable String suspended,
        @Nullable Instant until,
        boolean purging,
        List<String> removed) {

    public Life {
        removed = List.copyOf(removed);
    }

    static final Life BEGINNING = new Life(TenantStatus.REQUESTED, null, null, null, null, null, false, List.of());

    /** @param databaseRole as which its rows are read and written; null for the connection's own */
    public record Placement(String connectionName, @Nullable String databaseRole) {}

    /** Where the tenant's schema is and what it was made from. */
    public record Activation(String connectionName, String templateVersion) {}

    /** The step that failed and why. */
    public record Failure(String step, String reason) {}

    /** When it is to be purged without anybody asking. */
    Optional<Instant> due() {
        return status == TenantStatus.DELETED && !purging ? Optional.ofNullable(until) : Optional.empty();
    }

    /** Whoever was used stays usable. */
    Life placed(Placement where) {
        TenantStatus next = activation == null ? TenantStatus.PROVISIONING : status;
        return new Life(next, where, activation, null, suspended, until, purging, List.of());
    }

    Life advanced() {
        return status == TenantStatus.REQUESTED ? in(TenantStatus.PROVISIONING) : this;
    }

    Life failed(Failure why) {
        return new Life(TenantStatus.FAILED, null, null, why, null, null, false, List.of());
    }

    Life activated(Activation by) {
        return new Life(TenantStatus.ACTIVE, placement, by, null, null, null, false, List.of());
    }

    Life suspended(String reason) {
        return new Life(TenantStatus.SUSPENDED, placement, activation, null, reason, null, false, List.of());
    }

    Life resumed() {
        return new Life(TenantStatus.ACTIVE, placement, activation, null, null, null, false, List.of());
    }

    Life ending(TenantStatus next, @Nullable Instant at) {
        return new Life(next, placement, activation, failure, suspended, at, false, List.of());
    }

    /** What it was before, or what it would be had it just been asked for. */
    Life restored() {
        if (activation == null) {
            return BEGINNING;
        }
        return suspended == null ? resumed() : suspended(suspended);
    }

    Life condemned() {
        return new Life(status, placement, activation, failure, suspended, until, true, List.of());
    }

    /** Nothing is left, anywhere: whatever it lay on may go, too. */
    Life purged(List<String> what) {
        return new Life(TenantStatus.PURGED, null, null, null, null, null, true, what);
    }

    private Life in(TenantStatus next) {
        return new Life(next, placement, activation, failure, suspended, until, purging, List.of());
    }
}
