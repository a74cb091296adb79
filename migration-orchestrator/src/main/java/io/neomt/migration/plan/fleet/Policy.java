package io.neomt.migration.plan.fleet;

import java.util.List;

/**
 * How carefully a run goes about it.
 *
 * @param canaries slugs of tenants that go first; where none is named, {@link #canaryCount} are drawn
 * @param canaryCount how many go first
 * @param shares of the rest, in percent, that later waves reach; the last is 100
 * @param tolerated percent of a later wave that may fail before the run stops
 * @param inRow so many failures one after the other stop it in any case
 * @param perServer how many schemas of one database server are migrated at a time
 * @param batchSize at most so many schemas in a wave; 0 for no bound
 */
public record Policy(
        List<String> canaries,
        int canaryCount,
        List<Integer> shares,
        double tolerated,
        int inRow,
        int perServer,
        int batchSize) {

    public static final Policy DEFAULT = new Policy(List.of(), 5, List.of(5, 25, 100), 2, 5, 4, 0);

    public Policy {
        canaries = List.copyOf(canaries);
        shares = List.copyOf(shares);
        if (canaryCount < 0 || inRow < 1 || perServer < 1 || perServer > 64 || batchSize < 0) {
            throw new IllegalArgumentException("not a policy: " + canaryCount + ", " + inRow + ", " + perServer);
        }
        if (shares.isEmpty() || shares.getLast() != 100) {
            throw new IllegalArgumentException("the last wave reaches everything, not " + shares);
        }
    }
}
