package io.neomt.provisioning.run;

import io.neomt.provisioning.ProvisionTenant;
import io.neomt.provisioning.plan.Actual;
import io.neomt.provisioning.plan.ConnectionChoice;
import io.neomt.provisioning.plan.ConnectionChoice.Chosen;
import io.neomt.provisioning.plan.ConnectionChoice.NoneYet;
import io.neomt.provisioning.plan.Placement;
import io.neomt.provisioning.plan.Plan;
import io.neomt.provisioning.plan.Step;
import io.neomt.provisioning.plan.Step.Activate;
import io.neomt.provisioning.plan.Step.CreateSchema;
import io.neomt.provisioning.plan.Step.MigrateTemplate;
import io.neomt.provisioning.plan.Step.RecordVersion;
import io.neomt.provisioning.plan.TemplateVersion;
import io.neomt.provisioning.run.Activation.Answer.Activated;
import io.neomt.provisioning.run.Activation.Answer.LookAgain;
import io.neomt.provisioning.run.Activation.Answer.Refused;
import io.neomt.provisioning.run.Activation.Answer.TryAgain;
import io.neomt.provisioning.run.Outcome.Blocked;
import io.neomt.provisioning.run.Outcome.Done;
import io.neomt.provisioning.run.Outcome.Interrupted;
import io.neomt.provisioning.run.Outcome.Migrated;
import io.neomt.view.SchemaName;
import java.util.Optional;

/** Looks at what a tenant has and takes the steps that are left. Keeps nothing, so that any attempt resumes the last. */
public final class Provisioner {

    private final Tenants tenants;
    private final Schemas schemas;
    private final Activation activation;
    private final TemplateVersion shipped;

    public Provisioner(Tenants tenants, Schemas schemas, Activation activation, TemplateVersion shipped) {
        this.tenants = tenants;
        this.schemas = schemas;
        this.activation = activation;
        this.shipped = shipped;
    }

    /** One attempt; whatever a port throws passes through. */
    public Outcome provision(ProvisionTenant command) {
        Optional<Placement> active = tenants.placement(command.tenantId());
        return active.isPresent() ? migrate(command, active.get()) : place(command);
    }

    private Outcome migrate(ProvisionTenant command, Placement placement) {
        Outcome outcome = new Done();
        for (Step step : Plan.steps(new Actual(true, true, placement.version()), shipped)) {
            outcome = take(step, command, placement.connectionName());
        }
        return outcome;
    }

    private Outcome place(ProvisionTenant command) {
        return switch (ConnectionChoice.choose(command.region(), tenants.connections())) {
            case Chosen chosen -> provision(command, chosen.connectionName());
            case NoneYet none -> new Blocked(none.reason());
        };
    }

    private Outcome provision(ProvisionTenant command, String connection) {
        Outcome outcome = new Done();
        for (Step step : Plan.steps(actual(connection, command.schema()), shipped)) {
            outcome = take(step, command, connection);
        }
        return outcome;
    }

    private Actual actual(String connection, SchemaName schema) {
        boolean exists = schemas.exists(connection, schema);
        Optional<TemplateVersion> version = exists ? schemas.version(connection, schema) : Optional.empty();
        return new Actual(false, exists, version);
    }

    private Outcome take(Step step, ProvisionTenant command, String connection) {
        switch (step) {
            case CreateSchema _ -> schemas.create(connection, command.schema());
            case MigrateTemplate _ -> schemas.migrate(connection, command.schema());
            case RecordVersion reached -> {
                tenants.migrated(command.tenantId(), reached.version());
                return new Migrated();
            }
            case Activate activate -> {
                return activate(command, connection, activate.version());
            }
        }
        return new Done();
    }

    private Outcome activate(ProvisionTenant command, String connection, TemplateVersion version) {
        return switch (activation.activate(command.tenantId(), connection, version)) {
            case Activated _ -> new Done();
            case TryAgain again -> new Interrupted(again.reason());
            case Refused refused -> new Blocked(refused.reason());
            case LookAgain _ ->
                tenants.isActive(command.tenantId())
                        ? new Done()
                        : new Interrupted("the tenant is not active although its activation was refused as a conflict");
        };
    }
}
