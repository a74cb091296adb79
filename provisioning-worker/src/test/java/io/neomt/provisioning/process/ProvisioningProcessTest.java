package io.neomt.provisioning.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.event.DeploymentType;
import io.neomt.event.Event;
import io.neomt.event.EventEnvelope;
import io.neomt.event.EventMetadata;
import io.neomt.event.OrganizationEvent.OrganizationCreated;
import io.neomt.event.OrganizationId;
import io.neomt.event.Position;
import io.neomt.event.TenantEvent.TenantActivated;
import io.neomt.event.TenantEvent.TenantRequested;
import io.neomt.event.TenantId;
import io.neomt.provisioning.ProvisionTenant;
import io.neomt.provisioning.process.Reaction.Ignore;
import io.neomt.provisioning.process.Reaction.Send;
import io.neomt.view.SchemaName;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProvisioningProcessTest {

    private static final TenantId TENANT = new TenantId(new UUID(1, 2));

    @Test
    void aRequestedTenantIsProvisioned() {
        assertThat(ProvisioningProcess.react(envelope(requested("tenant_acme"))))
                .isEqualTo(new Send(new ProvisionTenant(TENANT, new SchemaName("tenant_acme"), "eu-west-1")));
    }

    @Test
    void everythingElseConcernsOthers() {
        assertThat(ProvisioningProcess.react(envelope(new TenantActivated(TENANT, "c", "1"))))
                .isEqualTo(new Ignore());
        assertThat(ProvisioningProcess.react(
                        envelope(new OrganizationCreated(new OrganizationId(new UUID(1, 3)), "Acme", "acme"))))
                .isEqualTo(new Ignore());
    }

    @Test
    void aSchemaThatNoTenantCanHaveIsNotTouched() {
        assertThatThrownBy(() -> ProvisioningProcess.react(envelope(requested("pg_catalog"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'pg_catalog'");
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
