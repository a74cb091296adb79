package io.neomt.deploy.cli.bench;

import io.neomt.deploy.cli.platform.ServiceName;
import io.neomt.deploy.cli.platform.Services;
import io.neomt.event.TenantId;
import io.neomt.projection.kernel.TenantEngine;
import io.neomt.projection.kernel.TrackStatus;
import io.neomt.projection.telemetry.Watched;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** The running projection service from inside, where looking costs nothing of what is measured. */
final class LiveViews {

    /** In the order in which an event reaches them. */
    static final List<String> NAMES = List.of("tenantschema", "permissionsets", "audit");

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final List<TenantEngine> engines;
    private final ConcurrentMessageListenerContainer<?, ?> topic;

    LiveViews(Services services) {
        ConfigurableApplicationContext service = services.context(ServiceName.PROJECTION_SERVICE);
        engines = service.getBeansOfType(Watched.class).values().stream()
                .map(Watched::engine)
                .toList();
        topic = service.getBean(ConcurrentMessageListenerContainer.class);
    }

    /** Nothing is taken from the topic any more, and no tenant looked after. */
    void pause() {
        topic.stop();
    }

    void resume() {
        topic.start();
    }

    /** How many events of these tenants each view has, as far as its engine has seen. */
    Map<String, Long> done(Collection<TenantId> tenants) {
        Set<TenantId> wanted = new HashSet<>(tenants);
        Map<String, Long> done = new HashMap<>();
        statuses()
                .filter(status -> wanted.contains(status.tenant()) && status.position() != null)
                .forEach(status -> done.merge(
                        status.projection(),
                        Objects.requireNonNull(status.position()).value(),
                        Long::sum));
        return done;
    }

    private Stream<TrackStatus> statuses() {
        return engines.stream().flatMap(TenantEngine::statuses);
    }

    /** Waits until all views have as many events of these tenants. */
    void await(Collection<TenantId> tenants, long events) {
        long begun = System.nanoTime();
        while (!NAMES.stream().allMatch(view -> done(tenants).getOrDefault(view, 0L) >= events)) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new IllegalStateException("the views do not come to their end: " + done(tenants));
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }
}
