package io.neomt.e2e.faults;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** What clients were told: the commands that were acknowledged or refused, and answers that were wrong. */
final class Ledger {

    private static final int KEPT = 200;

    /**
     * A command with its last answer.
     *
     * @param key its idempotency key, and its correlation
     * @param id of what it made; empty where it made nothing
     */
    record Entry(String tenant, String path, String key, String id) {}

    private final Queue<Entry> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Entry> refused = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicLong wrongAnswers = new AtomicLong();
    private final AtomicLong commands = new AtomicLong();
    private final AtomicLong checks = new AtomicLong();

    void acknowledged(Entry entry) {
        acknowledged.add(entry);
        commands.incrementAndGet();
    }

    void refused(Entry entry) {
        refused.add(entry);
    }

    void checked() {
        checks.incrementAndGet();
    }

    void wrong(String what) {
        if (wrongAnswers.incrementAndGet() <= KEPT) {
            wrong.add(what);
        }
    }

    Collection<Entry> acknowledged() {
        return acknowledged;
    }

    Collection<Entry> refused() {
        return refused;
    }

    List<String> wrong() {
        return new ArrayList<>(wrong);
    }

    long wrongAnswers() {
        return wrongAnswers.get();
    }

    /** How many commands were acknowledged. */
    long commands() {
        return commands.get();
    }

    /** How many checks were answered. */
    long checks() {
        return checks.get();
    }
}
