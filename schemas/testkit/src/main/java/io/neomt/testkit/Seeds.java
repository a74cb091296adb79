package io.neomt.testkit;

/** Where random tests begin: elsewhere on each run, unless {@code -Dtest.seed} says where. */
public final class Seeds {

    private Seeds() {}

    /** Prints the seed, so that a failing run can be repeated. */
    public static long first(Class<?> test) {
        long seed = Long.getLong("test.seed", System.nanoTime());
        System.out.println(test.getSimpleName() + ": repeat with -Dtest.seed=" + seed);
        return seed;
    }
}
