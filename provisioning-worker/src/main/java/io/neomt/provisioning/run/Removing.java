package io.neomt.provisioning.run;

import io.neomt.provisioning.plan.Step;
import io.neomt.provisioning.plan.Wish;
import io.neomt.provisioning.run.End.Broke;
import io.neomt.provisioning.run.End.Lost;
import io.neomt.provisioning.run.End.Reached;
import io.neomt.provisioning.run.End.Waits;
import io.neomt.provisioning.run.Operations.Claim;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The steps that remove something of a tenant, wherever it may have been made; and what there was of it. */
final class Removing {

    private final Ports ports;
    private final Claim claim;
    private final List<String> removed = new ArrayList<>();

    Removing(Ports ports, Claim claim) {
        this.ports = ports;
        this.claim = claim;
    }

    List<String> removed() {
        return List.copyOf(removed);
    }

    /** What keeps a step from being taken; those after it wait. Empty once all are. */
    Optional<String> takeAll(List<Step> steps, StepLog log) {
        for (Step step : steps) {
            switch (log.take(step, () -> take(step))) {
                case Reached _ -> {}
                case Waits waits -> {
                    return Optional.of(waits.reason());
                }
                case Broke broke -> {
                    return Optional.of(broke.reason());
                }
                case Lost lost -> {
                    return Optional.of(lost.reason());
                }
            }
        }
        return Optional.empty();
    }

    private End take(Step step) {
        return switch (step) {
            case CLOSE_REALM -> closeRealm();
            case DROP_REALM -> reached(dropRealm());
            case DROP_SCHEMA -> reached(dropSchemas());
            case CLEAR_CACHE -> reached(clearCache());
            case PLACE, CREATE_DATABASE, CREATE_SCHEMA, REALM, ACTIVATE ->
                throw new IllegalArgumentException(step + " removes nothing");
        };
    }

    private End reached(List<String> gone) {
        removed.addAll(gone);
        return new Reached(gone.isEmpty() ? "nothing was there" : String.join(", ", gone));
    }

    private End closeRealm() {
        if (ports.realms().configured()) {
            ports.realms().disable(claim.wish().slug());
            ports.tenants().realmIs(claim.wish().tenant(), false);
        }
        return new Reached(null);
    }

    private List<String> dropRealm() {
        Optional<String> gone =
                ports.realms().configured() ? ports.realms().remove(claim.wish().slug()) : Optional.empty();
        return gone.stream().toList();
    }

    private List<String> dropSchemas() {
        Wish wish = claim.wish();
        return claim.places().stream()
                .flatMap(name -> ports.schemas().remove(wish.at(name), wish.schema(), wish.role()).stream())
                .toList();
    }

    private List<String> clearCache() {
        long keys = ports.caches().clear(claim.wish().tenant());
        return keys == 0 ? List.of() : List.of(keys + " keys of the cache");
    }
}
