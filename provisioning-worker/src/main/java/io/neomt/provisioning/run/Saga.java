package io.neomt.provisioning.run;

import io.neomt.event.TenantId;
import io.neomt.provisioning.run.Operations.Claim;
import io.neomt.provisioning.run.Outcome.Interrupted;
import java.time.Instant;

/** Takes up what there is to do for a tenant. Keeps nothing itself, so that any instance goes on where another ended. */
public final class Saga {

    private final Ports ports;
    private final Upkeep upkeep;

    private final Leases leases;

    public Saga(Ports ports, Upkeep upkeep, Leases leases) {
        this.ports = ports;
        this.upkeep = upkeep;
        this.leases = leases;
    }

    /** One attempt; what a port of a step throws is the end of that step, anything else passes through. */
    public Outcome attempt(TenantId tenant, Instant heardAt) {
        long since = ports.nanoTime().getAsLong();
        return ports.operations()
                .claim(tenant, heardAt)
                .map(claim -> work(claim, since))
                .orElseGet(() -> upkeep.attempt(tenant));
    }

    private Outcome work(Claim claim, long since) {
        try (Lease lease = leases.keep(claim, since)) {
            return work(new Held(ports, lease).ports(), claim);
        } catch (LeaseLostException e) {
            return new Interrupted(String.valueOf(e.getMessage()));
        }
    }

    private static Outcome work(Ports ports, Claim claim) {
        return switch (claim.kind()) {
            case PROVISION -> new Provisioning(ports, claim).run();
            case COMPENSATE -> new Compensation(ports, claim).run();
            case DELETE, PURGE -> new Unmaking(ports, claim).run();
        };
    }
}
