package io.neomt.query.config;

import io.neomt.query.cache.ChangeSubscriber;
import io.neomt.query.freshness.Patience;
import java.time.Duration;

/**
 * How long the query API waits for what.
 *
 * @param patience for a state that is new enough
 * @param redisTimeout for connecting, for an answer and for a free connection
 * @param redisPause how long Redis is left alone after it failed
 * @param redisConnections the most that are open at once
 * @param listening how the connection is looked after on which changes are heard
 */
record QuerySettings(
        Patience patience,
        Duration redisTimeout,
        Duration redisPause,
        int redisConnections,
        ChangeSubscriber.Timing listening) {

    static QuerySettings defaults() {
        return new QuerySettings(
                new Patience(Duration.ofMillis(150), Duration.ofSeconds(2), Duration.ofMillis(25)),
                Duration.ofMillis(250),
                Duration.ofSeconds(1),
                64,
                new ChangeSubscriber.Timing(Duration.ofSeconds(1), Duration.ofMillis(300), Duration.ofMillis(1_500)));
    }
}
