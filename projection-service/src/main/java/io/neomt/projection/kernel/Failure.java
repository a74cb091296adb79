package io.neomt.projection.kernel;

/** What a failure means for the events behind it. Nothing is ever skipped: a skipped revocation is a leaked permission. */
public sealed interface Failure {

    /** It passes by itself: try again for ever, ever more slowly. */
    record Retry() implements Failure {}

    /** It will be the same each time: the tenant's events stay where they are and somebody is told. */
    record Park() implements Failure {}

    /** The process itself is broken: nothing that it does can be trusted. */
    record Stop() implements Failure {}

    /**
     * What is left when nobody who owns a library knows the failure. Errors are the machine's; contention passes; all
     * else would fail the same way again.
     */
    static Failure ofUnknown(Throwable thrown) {
        if (thrown instanceof Error && !(thrown instanceof AssertionError)) {
            return new Stop();
        }
        return thrown instanceof ContendedException ? new Retry() : new Park();
    }

    /** Tells what a failure means. */
    @FunctionalInterface
    interface Classifier {
        Failure classify(Throwable thrown);
    }
}
