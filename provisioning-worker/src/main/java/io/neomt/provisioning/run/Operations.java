package io.neomt.provisioning.run;

import io.neomt.event.TenantId;
import io.neomt.provisioning.plan.StepResult;
import io.neomt.provisioning.plan.Wish;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The record of what is done for tenants. Who has claimed an operation has it until its lease ends; whoever claims it
 * next has a higher epoch, and all that the one before still writes is refused.
 */
public interface Operations {

    /** What an operation leads to. */
    enum Kind {
        PROVISION,
        COMPENSATE,
        DELETE,
        PURGE
    }

    /**
     * An operation that is this instance's for a while.
     *
     * @param attempts that were counted so far
     * @param connectionName where the tenant was placed; empty before
     * @param places all connections on whose servers something may have been made for it
     * @param waitingFor what was said last of why it is not done
     * @param failure why the tenant was given up
     */
    record Claim(
            UUID operation,
            Kind kind,
            long epoch,
            int attempts,
            Optional<String> connectionName,
            List<String> places,
            Optional<String> waitingFor,
            Optional<Reports.Failure> failure,
            Wish wish) {

        /** In the order of the attempts. */
        int attempt() {
            return Math.toIntExact(epoch);
        }

        String key(String what) {
            return what + ":" + operation + ":" + epoch;
        }
    }

    /**
     * Takes up what there is to do for the tenant.
     *
     * @param heardAt when the instance heard of it
     * @return empty where there is nothing to do, or somebody else does it
     */
    Optional<Claim> claim(TenantId tenant, Instant heardAt);

    /** Nobody else takes it up for as long again; false when the claim is lost. */
    boolean renew(Claim claim);

    /** Remembers where the tenant is put before anything is made there; false when the claim is lost. */
    boolean place(Claim claim, String connectionName);

    /** Remembers that the tenant is given up, so that whoever goes on takes back what was made; empty when it is lost. */
    Optional<Claim> giveUp(Claim claim, List<StepResult> steps, Reports.Failure failure);

    /**
     * Lets go of the operation until the next attempt.
     *
     * @param counted whether the attempt is one of those after which a tenant is given up
     */
    void release(Claim claim, List<StepResult> steps, String reason, boolean counted, Duration next);

    /** The operation has come to its end. */
    void finish(Claim claim, List<StepResult> steps, boolean succeeded);
}
