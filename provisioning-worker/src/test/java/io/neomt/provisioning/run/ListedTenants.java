package io.neomt.provisioning.run;

import io.neomt.event.TenantId;
import io.neomt.provisioning.plan.Placement;
import io.neomt.provisioning.plan.RegisteredConnection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/** A directory that says what it is told to say, for tests of what is done with it. */
final class ListedTenants implements Tenants {

    final List<TenantId> waiting = new CopyOnWriteArrayList<>();
    final List<TenantId> roleless = new CopyOnWriteArrayList<>();
    final AtomicBoolean broken = new AtomicBoolean();

    @Override
    public Optional<Placement> placement(TenantId tenant) {
        return Optional.empty();
    }

    @Override
    public List<TenantId> withoutRole() {
        return roleless;
    }

    @Override
    public List<TenantId> withRealmAstray() {
        return List.of();
    }

    @Override
    public boolean realmIs(TenantId tenant, boolean open) {
        return true;
    }

    @Override
    public List<TenantId> waitingFor(Duration atLeast) {
        if (broken.get()) {
            throw new IllegalStateException("broken: the directory");
        }
        return waiting;
    }

    @Override
    public List<TenantId> withLeftovers() {
        return List.of();
    }

    @Override
    public List<String> leftovers(TenantId tenant) {
        return List.of();
    }

    @Override
    public void cleared(TenantId tenant, String connectionName) {
        throw new IllegalStateException("nothing is left of " + tenant);
    }

    @Override
    public List<RegisteredConnection> connections() {
        return List.of();
    }
}
