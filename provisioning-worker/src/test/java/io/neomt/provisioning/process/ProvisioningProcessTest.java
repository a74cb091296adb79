package io.neomt.provisioning.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.DeploymentType;
import io.neomt.event.Event;
import io.neomt.event.EventEnvelope;
import io.neomt.event.EventMetadata;
import io.neomt.event.OrganizationEvent.OrganizationCreated;
import io.neomt.event.OrganizationId;
import io.neomt.event.Position;
import io.neomt.event.TenantEvent.TenantActivated;
import io.neomt.event.TenantEvent.TenantDeletionRequested;
import io.neomt.event.TenantEvent.TenantProvisioningRetried;
import io.neomt.event.TenantEvent.TenantPurgeRequested;
import io.neomt.event.TenantEvent.TenantPurged;
import io.neomt.event.TenantEvent.TenantRequested;
import io.neomt.event.TenantEvent.TenantRestored;
import io.neomt.event.TenantEvent.TenantResumed;
import io.neomt.event.TenantEvent.TenantSuspended;
import io.neomt.event.TenantId;
import io.neomt.provisioning.process.Reaction.Ignore;
import io.neomt.provisioning.process.Reaction.TakeUp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProvisioningProcessTest {

    private static final TenantId TENANT = new TenantId(new UUID(1, 2));

    @Test
    void whatMayLeaveSomethingToDoIsTakenUp() {
        TakeUp tenant = new TakeUp(TENANT);

        assertThat(react(requested("tenant_acme"))).isEqualTo(tenant);
        assertThat(react(new TenantProvisioningRetried(TENANT))).isEqualTo(tenant);
        assertThat(react(new TenantSuspended(TENANT, "unpaid"))).isEqualTo(tenant);
        assertThat(react(new TenantResumed(TENANT))).isEqualTo(tenant);
        assertThat(react(new TenantDeletionRequested(TENANT, Instant.EPOCH))).isEqualTo(tenant);
        assertThat(react(new TenantRestored(TENANT))).isEqualTo(tenant);
        assertThat(react(new TenantPurgeRequested(TENANT))).isEqualTo(tenant);
    }

    @Test
    void everythingElseConcernsOthers() {
        assertThat(react(new TenantActivated(TENANT, "c", "1"))).isEqualTo(new Ignore());
        assertThat(react(new TenantPurged(TENANT, List.of()))).isEqualTo(new Ignore());
        assertThat(react(new OrganizationCreated(new OrganizationId(new UUID(1, 3)), "Acme", "acme")))
                .isEqualTo(new Ignore());
    }

    private static Reaction react(Event event) {
        return ProvisioningProcess.react(envelope(event));
    }

    private static TenantRequested requested(String schema) {
        return new TenantRequested(TENANT, "Acme", "acme", null, "eu-west-1", DeploymentType.SCHEMA, schema, true);
    }

    private static EventEnvelope envelope(Event event) {
        return new EventEnvelope(
                new EventMetadata(
                        new UUID(3, 4),
                        TENANT,
                        new Position(1),
                        "tenant/" + TENANT,
                        Instant.EPOCH,
                        "system/bootstrap",
                        "c",
                        "c",
                        null),
                event);
    }
}
