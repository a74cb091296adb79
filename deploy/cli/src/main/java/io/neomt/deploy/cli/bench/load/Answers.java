package io.neomt.deploy.cli.bench.load;

/** Is told of each answer that counts, by one thread. */
interface Answers {

    /** @param at since the first one that counts, in nanoseconds as {@code nanos} that it took */
    void add(long at, long nanos, boolean good);
}
