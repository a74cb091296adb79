package io.neomt.commons.config;

import static io.neomt.commons.config.Checks.inRange;
import static io.neomt.commons.config.Checks.longerThanNothing;
import static io.neomt.commons.config.Checks.required;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The settings of how views are made; see {@link NeoProperties}. */
public final class ProjectionProperties {

    private ProjectionProperties() {}

    /**
     * How the projection service works.
     *
     * @param group the consumer group whose instances share the work
     * @param concurrency how many consumers one instance runs
     * @param workers how many tenants are worked on at a time, a connection of their database each; half as many more
     *     are repaired meanwhile
     * @param batchSize the most events that go into one transaction
     * @param catchUpInterval how often all views are compared with the store
     * @param firstRetry how long to wait after a first failure that passes; twice as long each time
     * @param longestRetry the longest wait between two tries
     * @param deadAfter how long views may stand behind the store without moving before the service says that it cannot work
     */
    public record Projection(
            @DefaultValue("neo.projection") String group,
            @DefaultValue("2") int concurrency,
            @DefaultValue("8") int workers,
            @DefaultValue("1000") int batchSize,
            @DefaultValue("2s") Duration catchUpInterval,
            @DefaultValue("100ms") Duration firstRetry,
            @DefaultValue("30s") Duration longestRetry,
            @DefaultValue("60s") Duration deadAfter) {
        public Projection {
            required("neo.projection.group", group);
            inRange("neo.projection.concurrency", concurrency, 1, 1_024);
            inRange("neo.projection.workers", workers, 1, 1_000);
            inRange("neo.projection.batch-size", batchSize, 1, 10_000);
            longerThanNothing("neo.projection.catch-up-interval", catchUpInterval);
            longerThanNothing("neo.projection.first-retry", firstRetry);
            longerThanNothing("neo.projection.longest-retry", longestRetry);
            longerThanNothing("neo.projection.dead-after", deadAfter);
        }
    }

    /**
     * How views are made anew while everything goes on.
     *
     * @param workers how many tenants at a time, besides those that are worked on anyway
     * @param lease after which time another instance goes on with what one has left
     * @param keep how long a view that was replaced is kept, so that it can be gone back to
     * @param patience how long to wait for a running view to come to where the new one is
     * @param reconcileInterval after which time the views of another tenant are compared with the log
     * @param reconcileLargest tenants with more events are only compared when an operator asks for it
     */
    public record Rebuild(
            @DefaultValue("2") int workers,
            @DefaultValue("10s") Duration lease,
            @DefaultValue("1h") Duration keep,
            @DefaultValue("30s") Duration patience,
            @DefaultValue("30s") Duration reconcileInterval,
            @DefaultValue("50000") long reconcileLargest) {
        public Rebuild {
            inRange("neo.rebuild.workers", workers, 1, 100);
            longerThanNothing("neo.rebuild.lease", lease);
            longerThanNothing("neo.rebuild.keep", keep);
            longerThanNothing("neo.rebuild.patience", patience);
            longerThanNothing("neo.rebuild.reconcile-interval", reconcileInterval);
        }
    }
}
