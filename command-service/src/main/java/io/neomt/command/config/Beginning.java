package io.neomt.command.config;

import io.neomt.command.kernel.CommandEnvelope;
import io.neomt.command.model.Outcome;
import io.neomt.command.model.Outcome.Accepted;
import io.neomt.command.store.EventStore;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.event.registry.SchemaRegistration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has to be there before anything else: the platform's own tenant, and in development the schemas in the registry.
 * Where a dependency is away at the start it is tried again behind the running service, whose health says what is missing.
 */
final class Beginning implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Beginning.class);

    private final EventStore store;
    private final Supplier<List<CommandEnvelope>> bootstrap;
    private final boolean registerSchemas;
    private final SchemaRegistration schemas;
    private final List<Step> steps;
    private volatile Thread later = Thread.ofVirtual().unstarted(() -> {});

    Beginning(
            EventStore store,
            Supplier<List<CommandEnvelope>> bootstrap,
            boolean registerSchemas,
            SchemaRegistration schemas) {
        this.store = store;
        this.bootstrap = bootstrap;
        this.registerSchemas = registerSchemas;
        this.schemas = schemas;
        this.steps = List.of(
                new Step("bootstrap of the platform", this::bootstrapPlatform),
                new Step("registration of schemas", this::registerSchemas));
    }

    private record Step(String name, Runnable work) {

        boolean done() {
            try {
                work.run();
                return true;
            } catch (RuntimeException e) {
                LOG.warn("{} failed; trying again", name, e);
                return false;
            }
        }
    }

    void begin() {
        List<Step> open = steps.stream().filter(step -> !step.done()).toList();
        if (!open.isEmpty()) {
            later = Thread.ofVirtual().name("command-service-beginning").start(() -> finish(open));
        }
    }

    private static void finish(List<Step> steps) {
        try {
            for (List<Step> open = steps; !open.isEmpty(); ) {
                TimeUnit.SECONDS.sleep(1);
                open = open.stream().filter(step -> !step.done()).toList();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void bootstrapPlatform() {
        if (!store.head(TenantId.PLATFORM).equals(Position.NONE)) {
            return;
        }
        List<Outcome> outcomes = store.execute(TenantId.PLATFORM, bootstrap.get());
        if (outcomes.stream().allMatch(Accepted.class::isInstance)) {
            LOG.info("the platform begins: its tenant, its administrator and its provisioning account are made");
        } else if (store.head(TenantId.PLATFORM).equals(Position.NONE)) {
            throw new IllegalStateException("the platform could not be begun: " + outcomes);
        }
    }

    private void registerSchemas() {
        if (registerSchemas) {
            schemas.registerAll();
        }
    }

    @Override
    public void close() {
        later.interrupt();
    }
}
