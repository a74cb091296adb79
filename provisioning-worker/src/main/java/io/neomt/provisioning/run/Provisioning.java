package io.neomt.provisioning.run;

import io.neomt.provisioning.plan.ConnectionChoice;
import io.neomt.provisioning.plan.ConnectionChoice.Chosen;
import io.neomt.provisioning.plan.ConnectionChoice.NoneYet;
import io.neomt.provisioning.plan.Place;
import io.neomt.provisioning.plan.Plan;
import io.neomt.provisioning.plan.RegisteredConnection;
import io.neomt.provisioning.plan.Step;
import io.neomt.provisioning.plan.StepResult;
import io.neomt.provisioning.plan.TemplateVersion;
import io.neomt.provisioning.plan.Wish;
import io.neomt.provisioning.run.End.Broke;
import io.neomt.provisioning.run.End.Lost;
import io.neomt.provisioning.run.End.Reached;
import io.neomt.provisioning.run.End.Waits;
import io.neomt.provisioning.run.Operations.Claim;
import io.neomt.provisioning.run.Reports.Active;
import io.neomt.provisioning.run.Reports.Answer.Accepted;
import io.neomt.provisioning.run.Reports.Answer.LookAgain;
import io.neomt.provisioning.run.Reports.Answer.Refused;
import io.neomt.provisioning.run.Reports.Answer.TryAgain;
import io.neomt.provisioning.run.Reports.Placed;
import io.neomt.provisioning.run.Reports.Report;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One attempt to make a tenant. What is quick is told to the command service together with the activation, in one
 * request; before what is slow, all that was done so far is told.
 */
final class Provisioning {

    private final Ports ports;
    private final Claim claim;
    private final Wish wish;
    private final StepLog log;
    private Optional<String> connection;
    private Optional<Placed> untoldPlace = Optional.empty();
    private Optional<String> adminId = Optional.empty();
    private Optional<TemplateVersion> made = Optional.empty();

    Provisioning(Ports ports, Claim claim) {
        this.ports = ports;
        this.claim = claim;
        this.wish = claim.wish();
        this.log = new StepLog(ports.nanoTime(), claim.attempt(), StepResult.Outcome.DONE);
        this.connection = claim.connectionName();
    }

    Outcome run() {
        for (Step step : Plan.provision(wish)) {
            End end = isSlow(step) ? afterTelling(step) : log.take(step, () -> take(step));
            if (!(end instanceof Reached)) {
                return new Unreached(ports, claim, log).end(step, end, untoldPlace);
            }
        }
        ports.operations().finish(claim, log.all(), true);
        return new Outcome.Done();
    }

    private static boolean isSlow(Step step) {
        return step == Step.CREATE_DATABASE || step == Step.REALM;
    }

    private End afterTelling(Step step) {
        End told = tell(step, Report.of(log.untold()).at(placeOnce()));
        return told instanceof Reached ? log.take(step, () -> take(step)) : told;
    }

    private End take(Step step) {
        return switch (step) {
            case PLACE -> place();
            case CREATE_DATABASE -> new Reached(ports.schemas().makeDatabase(where()) ? "created" : "found");
            case CREATE_SCHEMA -> makeSchema();
            case REALM -> makeRealm();
            case ACTIVATE -> activate();
            case CLOSE_REALM, DROP_SCHEMA, CLEAR_CACHE, DROP_REALM ->
                throw new IllegalArgumentException(step + " makes nothing");
        };
    }

    /** Where it was put before, it stays if that can be used: there may be something of it already. */
    private End place() {
        List<RegisteredConnection> all = ports.tenants().connections();
        return switch (before(all).orElseGet(() -> ConnectionChoice.choose(wish.region(), wish.type(), all))) {
            case Chosen chosen -> place(chosen);
            case NoneYet none -> new Waits(none.reason());
        };
    }

    private Optional<ConnectionChoice> before(List<RegisteredConnection> all) {
        return all.stream()
                .filter(row -> connection.equals(Optional.of(row.name())))
                .filter(row -> row.region().equals(wish.region()) && row.regionActive())
                .filter(row -> row.active() && row.healthy())
                .<ConnectionChoice>map(row -> new Chosen(row.name(), List.of("it was put there before")))
                .findFirst();
    }

    private End place(Chosen chosen) {
        boolean known = connection.equals(Optional.of(chosen.connectionName()));
        if (!known && !ports.operations().place(claim, chosen.connectionName())) {
            return new Lost("another worker has taken the tenant over");
        }
        connection = Optional.of(chosen.connectionName());
        untoldPlace = Optional.of(new Placed(chosen.connectionName(), wish.role(), chosen.reasons()));
        return new Reached(chosen.connectionName());
    }

    private End makeSchema() {
        Made from = ports.schemas().make(where(), wish.schema(), wish.role());
        return switch (from) {
            case FOUND -> new Reached("it was there");
            case STOCK, SNAPSHOT, MIGRATIONS -> {
                // one that was found may be of a newer worker's template; of these the version is known
                made = Optional.of(ports.schemas().shipped());
                yield new Reached("from " + from.name().toLowerCase(Locale.ROOT));
            }
        };
    }

    private End makeRealm() {
        if (!ports.realms().configured()) {
            return new Waits("no identity provider is configured (neo.keycloak.url)");
        }
        adminId = ports.realms()
                .ensure(
                        wish.tenant(),
                        wish.slug(),
                        wish.name(),
                        wish.firstAdmin().map(Provisioning::realmAdmin));
        ports.tenants().realmIs(wish.tenant(), true);
        return new Reached(null);
    }

    private static RealmAdmin realmAdmin(Wish.Admin admin) {
        return new RealmAdmin(admin.username(), admin.email(), admin.displayName());
    }

    private End activate() {
        TemplateVersion version = made.or(() -> ports.schemas().version(where(), wish.schema()))
                .orElseThrow(() -> new IllegalStateException("the schema " + wish.schema() + " is gone again"));
        Active active = new Active(where().connectionName(), version, adminId);
        return tell(Step.ACTIVATE, Report.of(log.untold()).at(placeOnce()).active(active));
    }

    private Optional<Placed> placeOnce() {
        Optional<Placed> place = untoldPlace;
        untoldPlace = Optional.empty();
        return place;
    }

    private End tell(Step step, Report report) {
        return switch (ports.reports().provisioning(wish.tenant(), claim.key(step.wireName()), report)) {
            case Accepted _ -> new Reached(null);
            case LookAgain _ -> new Lost("the tenant has changed meanwhile");
            case TryAgain again -> new Broke(again.reason(), true);
            case Refused refused -> new Broke(refused.reason(), false);
        };
    }

    private Place where() {
        return wish.at(connection.orElseThrow());
    }
}
