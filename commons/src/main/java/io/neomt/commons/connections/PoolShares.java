package io.neomt.commons.connections;

import java.util.List;

/** Divides what a process may open among its pools, each in proportion to what it wants and none with less than one. */
final class PoolShares {

    private PoolShares() {}

    /**
     * @param wanted each 1 or greater; not more of them than {@code most}
     * @return as many numbers, together not greater than {@code most}
     */
    static List<Integer> of(List<Integer> wanted, int most) {
        long all = wanted.stream().mapToLong(Integer::longValue).sum();
        if (all <= most) {
            return List.copyOf(wanted);
        }
        if (wanted.size() > most) {
            throw new IllegalArgumentException(wanted.size() + " pools cannot share " + most + " connections");
        }
        // one for each first, so that rounding up never exceeds what there is
        long rest = (long) most - wanted.size();
        long wishes = all - wanted.size();
        return wanted.stream()
                .map(want -> 1 + (int) ((want - 1) * rest / wishes))
                .toList();
    }
}
