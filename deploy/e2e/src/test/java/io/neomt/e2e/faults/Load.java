package io.neomt.e2e.faults;

import io.neomt.e2e.TenantLoad;
import io.neomt.e2e.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Work of clients in some tenants: random commands, grants that come and go, and checks all the time. */
final class Load {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Ledger ledger = new Ledger();
    private final List<String> tenants;
    private final Map<String, List<Racer>> racers = new HashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean over;

    private Load(List<String> tenants) {
        this.tenants = List.copyOf(tenants);
    }

    /** In new tenants. */
    static Load start(FaultPlatform platform, int tenants, long seed) {
        Load load = new Load(platform.tenants(tenants));
        Random random = new Random(seed);
        for (String tenant : load.tenants) {
            Steady client = new Steady(platform, load.ledger, tenant);
            Racer racer = new Racer(client, load.ledger, new Random(random.nextLong()));
            Watcher watcher = new Watcher(platform, load.ledger, client, tenant);
            TenantLoad commands = new TenantLoad(client, tenant);
            Random dice = new Random(random.nextLong());
            load.racers.put(tenant, List.of(racer));
            load.thread(() -> racer.run(() -> load.over));
            load.thread(() -> watcher.run(() -> load.over));
            load.thread(() -> {
                while (!load.over) {
                    commands.send(dice);
                }
            });
        }
        load.threads.forEach(Thread::start);
        return load;
    }

    private void thread(Runnable work) {
        threads.add(Thread.ofVirtual().unstarted(() -> {
            try {
                work.run();
            } catch (Throwable failure) {
                failures.add(failure);
            }
        }));
    }

    List<String> tenants() {
        return tenants;
    }

    Ledger ledger() {
        return ledger;
    }

    List<Racer> racers(String tenant) {
        return racers.getOrDefault(tenant, List.of());
    }

    /** Waits until so many more commands are acknowledged, and a check is answered. */
    void goesOn(int more) {
        long wanted = ledger.commands() + more;
        long answered = ledger.checks();
        Waiting.until("the platform does its work", PATIENCE, () -> {
            failures.forEach(Load::raise);
            return ledger.commands() >= wanted && ledger.checks() > answered;
        });
    }

    private static void raise(Throwable failure) {
        throw new AssertionError("a client gave up", failure);
    }

    /** @param patiently ends when each client has its last answer; else they give up */
    void stop(boolean patiently) throws InterruptedException {
        over = true;
        for (Thread thread : threads) {
            if (!patiently) {
                thread.interrupt();
            }
            thread.join();
        }
    }

    /** Why clients gave up. */
    List<String> failures() {
        return failures.stream().map(Throwable::toString).toList();
    }
}
