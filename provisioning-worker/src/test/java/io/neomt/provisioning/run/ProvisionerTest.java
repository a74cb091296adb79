package io.neomt.provisioning.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.event.TenantId;
import io.neomt.provisioning.ProvisionTenant;
import io.neomt.provisioning.plan.TemplateVersion;
import io.neomt.provisioning.run.Activation.Answer;
import io.neomt.provisioning.run.Outcome.Blocked;
import io.neomt.provisioning.run.Outcome.Done;
import io.neomt.provisioning.run.Outcome.Interrupted;
import io.neomt.provisioning.run.Outcome.Migrated;
import io.neomt.view.SchemaName;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProvisionerTest {

    private static final ProvisionTenant ACME =
            new ProvisionTenant(new TenantId(new UUID(1, 2)), new SchemaName("tenant_acme"), "us-east-1");

    private final FakePlatform platform = new FakePlatform();
    private final Provisioner provisioner = new Provisioner(platform, platform, platform, new TemplateVersion("1"));

    @Test
    void aNewTenantGetsItsSchemaAndIsActivated() {
        assertThat(provisioner.provision(ACME)).isEqualTo(new Done());
        assertThat(platform.calls)
                .containsExactly("create tenant_acme", "migrate tenant_acme", "activate us-primary 1");
    }

    @Test
    void provisioningTwiceDoesNothingTheSecondTime() {
        provisioner.provision(ACME);
        platform.calls.clear();

        assertThat(provisioner.provision(ACME)).isEqualTo(new Done());
        assertThat(platform.calls).isEmpty();
    }

    @Test
    void whatBrokeOffIsResumedWhereItStopped() {
        platform.breaking.add("migrate");
        assertThatThrownBy(() -> provisioner.provision(ACME)).hasMessageContaining("broken: migrate");
        platform.breaking.clear();
        platform.calls.clear();

        assertThat(provisioner.provision(ACME)).isEqualTo(new Done());
        assertThat(platform.calls).containsExactly("migrate tenant_acme", "activate us-primary 1");
    }

    @Test
    void aRegionWithoutDatabaseBlocksWithAReason() {
        platform.connections.clear();

        assertThat(provisioner.provision(ACME))
                .isEqualTo(new Blocked("no primary database connection is registered for region 'us-east-1'"));
        assertThat(platform.calls).isEmpty();
    }

    @Test
    void whatTheCommandServiceAnswersIsPassedOn() {
        platform.answer = new Answer.TryAgain("busy");
        assertThat(provisioner.provision(ACME)).isEqualTo(new Interrupted("busy"));

        platform.answer = new Answer.Refused("forbidden");
        assertThat(provisioner.provision(ACME)).isEqualTo(new Blocked("forbidden"));
    }

    @Test
    void aConflictIsDoneWhenTheTenantIsActive() {
        platform.answer = new Answer.LookAgain();
        assertThat(provisioner.provision(ACME)).isInstanceOf(Interrupted.class);

        platform.active.add(ACME.tenantId());
        platform.recorded.put(ACME.tenantId(), new TemplateVersion("1"));
        assertThat(provisioner.provision(ACME)).isEqualTo(new Done());
    }

    @Test
    void anActiveTenantOfAnOlderTemplateIsMigratedWhereItLies() {
        provisioner.provision(ACME);
        platform.calls.clear();
        Provisioner newer = new Provisioner(platform, platform, platform, new TemplateVersion("2"));

        assertThat(newer.provision(ACME)).isEqualTo(new Migrated());
        assertThat(platform.calls).containsExactly("migrate tenant_acme", "record 2");
        assertThat(newer.provision(ACME)).isEqualTo(new Done());
        assertThat(provisioner.provision(ACME)).isEqualTo(new Done());
    }

    @Test
    void aMigrationThatBrokeOffIsNotRecorded() {
        provisioner.provision(ACME);
        platform.breaking.add("migrate");
        Provisioner newer = new Provisioner(platform, platform, platform, new TemplateVersion("2"));

        assertThatThrownBy(() -> newer.provision(ACME)).hasMessageContaining("broken: migrate");
        assertThat(platform.recorded).containsEntry(ACME.tenantId(), new TemplateVersion("1"));
    }

    @Test
    void aConflictThatCameFromAnotherWorkerIsLookedUp() {
        Activation otherWasFaster = (tenant, connection, version) -> {
            platform.active.add(tenant);
            return new Answer.LookAgain();
        };

        assertThat(new Provisioner(platform, platform, otherWasFaster, new TemplateVersion("1")).provision(ACME))
                .isEqualTo(new Done());
    }
}
