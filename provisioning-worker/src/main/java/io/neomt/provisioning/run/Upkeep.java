package io.neomt.provisioning.run;

import io.neomt.event.TenantId;
import io.neomt.provisioning.plan.Place;
import io.neomt.provisioning.plan.Placement;
import io.neomt.provisioning.run.Outcome.Blocked;
import io.neomt.provisioning.run.Outcome.Elsewhere;
import io.neomt.provisioning.run.Outcome.Interrupted;
import io.neomt.provisioning.run.Outcome.RoleGiven;
import io.neomt.provisioning.run.Reports.Answer.Accepted;
import io.neomt.provisioning.run.Reports.Answer.LookAgain;
import io.neomt.provisioning.run.Reports.Answer.Refused;
import io.neomt.provisioning.run.Reports.Answer.TryAgain;
import io.neomt.provisioning.run.Reports.Placed;
import io.neomt.provisioning.run.Reports.Report;
import io.neomt.view.DatabaseRole;
import java.util.List;
import java.util.Optional;

/**
 * Brings tenants that are made already up to date: the roles of those that an older release made, whether people can
 * sign in, which follows the tenant's status, and that nothing of them is anywhere else. Their schemas are migrated by
 * the orchestrator.
 */
public final class Upkeep {

    private final Tenants tenants;
    private final Schemas schemas;
    private final IdentityRealms realms;
    private final Reports reports;

    public Upkeep(Tenants tenants, Schemas schemas, IdentityRealms realms, Reports reports) {
        this.tenants = tenants;
        this.schemas = schemas;
        this.realms = realms;
        this.reports = reports;
    }

    Outcome attempt(TenantId tenant) {
        return tenants.placement(tenant).map(made -> attempt(tenant, made)).orElseGet(Elsewhere::new);
    }

    private Outcome attempt(TenantId tenant, Placement made) {
        Optional<String> astray = realms.configured() ? made.realm() : Optional.empty();
        astray.ifPresent(made.suspended() ? realms::disable : realms::enable);
        if (astray.isPresent() && !tenants.realmIs(tenant, !made.suspended())) {
            return new Interrupted("the tenant has changed meanwhile");
        }
        tenants.leftovers(tenant).forEach(connection -> removeLeftover(tenant, made, connection));
        return made.suspended() || made.hasRole() ? new Elsewhere() : giveRole(tenant, made);
    }

    /** It was begun there, and made elsewhere since the server was away. */
    private void removeLeftover(TenantId tenant, Placement made, String connection) {
        Place there = new Place(connection, made.place().databaseName());
        List<String> unused = schemas.remove(there, made.schema(), DatabaseRole.of(tenant));
        tenants.cleared(tenant, connection);
    }

    private Outcome giveRole(TenantId tenant, Placement active) {
        DatabaseRole role = DatabaseRole.of(tenant);
        Place place = active.place();
        schemas.giveRole(place, active.schema(), role);
        Placed placed = new Placed(place.connectionName(), role, List.of("it was made before tenants had roles"));
        Report report = Report.of(List.of()).at(Optional.of(placed));
        return switch (reports.provisioning(tenant, "role:" + role, report)) {
            case Accepted _ -> new RoleGiven();
            case LookAgain _ -> new Interrupted("the tenant has changed meanwhile");
            case TryAgain again -> new Interrupted(again.reason());
            case Refused refused -> new Blocked(refused.reason());
        };
    }
}
