package io.neomt.migration.web;

import io.neomt.commons.web.ApiException;
import io.neomt.migration.plan.fleet.Policy;
import io.neomt.migration.plan.fleet.RunSpec;
import io.neomt.migration.plan.fleet.Scope;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is to be migrated, and how carefully.
 *
 * @param scope {@code all} if absent
 * @param tenant only this one's schema, by slug or id
 * @param batchSize the most schemas in a wave
 * @param perServer how many schemas of one server at a time
 * @param tolerated percent of a later wave that may fail
 * @param dryRun whether it is only to be tried, and nothing kept
 */
record ApplyBody(
        @Nullable String scope,
        @Nullable String region,
        @Nullable String tenant,
        @Nullable List<String> canaries,
        @Nullable Integer batchSize,
        @Nullable Integer perServer,
        @Nullable Double tolerated,
        @Nullable Boolean dryRun) {

    static final ApplyBody EVERYTHING = new ApplyBody(null, null, null, null, null, null, null, null);

    /** @param most how many schemas of one server may be migrated at a time */
    RunSpec spec(int most) {
        String text = Objects.requireNonNullElse(scope, Scope.ALL.text());
        Scope found = Scope.of(text)
                .orElseThrow(() -> ApiException.validation(
                        "scope", "is one of all, admin, regional, template, tenants; not '" + text + "'"));
        return new RunSpec(found, region, tenant, policy(most));
    }

    boolean isDry() {
        return Boolean.TRUE.equals(dryRun);
    }

    private Policy policy(int most) {
        Policy usual = Policy.DEFAULT;
        int usually = Math.min(usual.perServer(), most);
        return new Policy(
                Objects.requireNonNullElse(canaries, List.of()),
                usual.canaryCount(),
                usual.shares(),
                inRange("tolerated", Objects.requireNonNullElse(tolerated, usual.tolerated()), 0, 100),
                usual.inRow(),
                perServer(most, usually),
                (int) inRange("batch_size", Objects.requireNonNullElse(batchSize, 0), 0, 100_000));
    }

    private int perServer(int most, int usually) {
        int wished = Objects.requireNonNullElse(perServer, usually);
        if (wished < 1 || wished > most) {
            throw ApiException.validation("per_server", "is 1 to " + most + ", as neo.migrations.per-server allows");
        }
        return wished;
    }

    private static double inRange(String field, double value, int from, int to) {
        if (!(value >= from && value <= to)) {
            throw ApiException.validation(field, "is " + from + " to " + to);
        }
        return value;
    }
}
