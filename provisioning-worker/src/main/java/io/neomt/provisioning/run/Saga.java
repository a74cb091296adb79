package io.neomt.provisioning.run;

import io.neomt.event.TenantId;
import io.neomt.provisioning.run.Operations.Claim;
import java.time.Instant;

/** Takes up what there is to do for a tenant. Keeps nothing itself, so that any instance goes on where another ended. */
public final class Saga {

    private final Ports ports;
    private final Upkeep upkeep;

    public Saga(Ports ports, Upkeep upkeep) {
        this.ports = ports;
        this.upkeep = upkeep;
    }

    /** One attempt; what a port of a step throws is the end of that step, anything else passes through. */
    public Outcome attempt(TenantId tenant, Instant heardAt) {
        return ports.operations().claim(tenant, heardAt).map(this::work).orElseGet(() -> upkeep.attempt(tenant));
    }

    private Outcome work(Claim claim) {
        return switch (claim.kind()) {
            case PROVISION -> new Provisioning(ports, claim).run();
            case COMPENSATE -> new Compensation(ports, claim).run();
            case DELETE, PURGE -> new Unmaking(ports, claim).run();
        };
    }
}
