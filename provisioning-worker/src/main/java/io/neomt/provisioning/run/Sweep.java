package io.neomt.provisioning.run;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Looks into the directory for tenants that wait to be made or removed, for active ones without a role, for what was begun of one on a server that was lost, and for those whose realm does not follow their status: at start for
 * what was left over, then again and again for what no event told of. The directory is written together with the event,
 * so it is never behind it.
 */
public final class Sweep implements AutoCloseable {

    private final Tenants tenants;
    private final IdentityRealms realms;
    private final Backlog backlog;
    private final Duration age;
    private final Consumer<RuntimeException> onFailure;
    private final ScheduledExecutorService timer;

    /** @param age how long a tenant is left to the events before it is taken up */
    public Sweep(
            Tenants tenants,
            IdentityRealms realms,
            Backlog backlog,
            Duration age,
            Consumer<RuntimeException> onFailure,
            String owner) {
        this.tenants = tenants;
        this.realms = realms;
        this.backlog = backlog;
        this.age = age;
        this.onFailure = onFailure;
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(owner + "-sweep").factory());
    }

    public void start() {
        ScheduledFuture<?> unused = timer.scheduleWithFixedDelay(this::look, 0, age.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            tenants.waitingFor(age).forEach(backlog::submit);
            tenants.withoutRole().forEach(backlog::submit);
            tenants.withLeftovers().forEach(backlog::submit);
            if (realms.configured()) {
                tenants.withRealmAstray().forEach(backlog::submit);
            }
        } catch (RuntimeException e) {
            // the timer would stop for ever if this left it
            onFailure.accept(e);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
