package io.neomt.provisioning.run;

import io.neomt.event.TenantId;
import io.neomt.provisioning.plan.StepResult;
import io.neomt.provisioning.run.Reports.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Ports that do nothing more once the lease is lost. */
final class Held {

    private final Ports ports;
    private final Lease lease;

    Held(Ports ports, Lease lease) {
        this.ports = ports;
        this.lease = lease;
    }

    Ports ports() {
        return new Ports(
                new HeldOperations(),
                ports.tenants(),
                ports.schemas().under(lease::check),
                ports.realms(),
                ports.caches(),
                new HeldReports(),
                ports.nanoTime());
    }

    private final class HeldReports implements Reports {

        @Override
        public Answer provisioning(TenantId tenant, String key, Report report) {
            lease.check();
            return ports.reports().provisioning(tenant, key, report);
        }

        @Override
        public Answer deprovisioned(TenantId tenant, String key) {
            lease.check();
            return ports.reports().deprovisioned(tenant, key);
        }

        @Override
        public Answer purged(TenantId tenant, String key, List<String> removed) {
            lease.check();
            return ports.reports().purged(tenant, key, removed);
        }
    }

    /** The directory itself refuses what comes too late. */
    private final class HeldOperations implements Operations {

        @Override
        public Optional<Claim> claim(TenantId tenant, Instant heardAt) {
            return ports.operations().claim(tenant, heardAt);
        }

        @Override
        public boolean renew(Claim claim) {
            return ports.operations().renew(claim);
        }

        @Override
        public boolean place(Claim claim, String connectionName) {
            return ports.operations().place(claim, connectionName);
        }

        @Override
        public Optional<Claim> giveUp(Claim claim, List<StepResult> steps, Failure failure) {
            return ports.operations().giveUp(claim, steps, failure);
        }

        /** Not renewed any more, so that others may take it up at the time that is said here. */
        @Override
        public void release(Claim claim, List<StepResult> steps, String reason, boolean counted, Duration next) {
            lease.close();
            ports.operations().release(claim, steps, reason, counted, next);
        }

        @Override
        public void finish(Claim claim, List<StepResult> steps, boolean succeeded) {
            lease.close();
            ports.operations().finish(claim, steps, succeeded);
        }
    }
}
