package io.neomt.query.memory;

import java.util.concurrent.atomic.LongAdder;

/** How many values may be remembered in all, and how many are. Thread-safe. */
final class Room {

    private final long most;
    private final LongAdder taken = new LongAdder();

    Room(long most) {
        this.most = most;
    }

    void take(int values) {
        taken.add(values);
    }

    long taken() {
        return taken.sum();
    }

    boolean isFull() {
        return taken.sum() > most;
    }

    /** Whether forgetting may stop: some way below the limit, lest it begin again at once. */
    boolean isAiry() {
        return taken.sum() <= most - most / 16;
    }
}
