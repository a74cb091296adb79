package io.neomt.provisioning.run;

import io.neomt.event.TenantId;
import io.neomt.provisioning.run.Outcome.Finished;
import io.neomt.provisioning.run.Outcome.Unfinished;
import java.time.Duration;

/** Is told how the work goes, for metrics and logs. */
public interface Observer {

    /** @param took from when the worker heard of the tenant */
    void finished(TenantId tenant, Finished outcome, Duration took);

    void unfinished(TenantId tenant, Unfinished outcome, int attempts, Duration next);

    /** An attempt threw; it counts as an interruption and is made again. */
    void failed(TenantId tenant, RuntimeException failure);
}
