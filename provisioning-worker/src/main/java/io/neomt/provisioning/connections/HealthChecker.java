package io.neomt.provisioning.connections;

import io.neomt.commons.connections.AdminDatabase;
import io.neomt.commons.connections.Residency;
import io.neomt.provisioning.registry.Asked;
import io.neomt.provisioning.registry.DisabledBy;
import io.neomt.provisioning.registry.Health;
import io.neomt.provisioning.registry.Member;
import io.neomt.provisioning.registry.Probed;
import io.neomt.provisioning.registry.Probed.Failed;
import io.neomt.provisioning.registry.Probed.Problem;
import io.neomt.provisioning.registry.Probed.Reached;
import io.neomt.provisioning.registry.Registered;
import io.neomt.provisioning.registry.ServerFacts;
import io.neomt.provisioning.registry.Succession;
import io.neomt.provisioning.registry.Suitability;
import io.neomt.view.Region;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/**
 * Asks every registered server how it does, again and again, in one process at a time for each region. What failed too often in a row is
 * switched off and, when it answers again, on; where a standby was promoted it becomes the writer of its cluster.
 */
public final class HealthChecker implements AutoCloseable {

    /** As whom it is on record. */
    private static final String SELF = "health-checks";

    private static final int TERMS = 3;
    private static final Duration SHORTEST_TERM = Duration.ofSeconds(10);
    /** How old the size of a database may become: PostgreSQL looks at every file of every tenant to tell it. */
    private static final Duration SIZE_HOLDS = Duration.ofMinutes(1);

    private final AdminDatabase database;
    private final PostgresProbe probe;
    private final Passwords passwords;
    private final Journal journal;
    private final HealthObserver observer;
    private final Duration interval;
    private final Duration fence;
    private final Residency residency;
    private final HealthLease lease;
    private final ScheduledExecutorService timer;
    private final Map<UUID, Long> measured = new ConcurrentHashMap<>();

    /**
     * @param interval between two rounds
     * @param fence how long a failed writer must have been switched off before another takes its place
     * @param residency whose servers are asked: those of other regions may be out of reach from here
     * @param owner one running process; prefix of thread names
     */
    public HealthChecker(
            AdminDatabase database,
            PostgresProbe probe,
            Passwords passwords,
            Journal journal,
            HealthObserver observer,
            Duration interval,
            Duration fence,
            Residency residency,
            String owner) {
        this.database = database;
        this.probe = probe;
        this.passwords = passwords;
        this.journal = journal;
        this.observer = observer;
        this.interval = interval;
        this.fence = fence;
        this.residency = residency;
        Duration term = interval.multipliedBy(TERMS);
        this.lease = new HealthLease(database, owner, term.compareTo(SHORTEST_TERM) < 0 ? SHORTEST_TERM : term);
        this.timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(owner + "-health").factory());
    }

    public void start() {
        ScheduledFuture<?> unused =
                timer.scheduleWithFixedDelay(this::round, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void round() {
        try {
            check();
        } catch (RuntimeException e) {
            // the timer would stop for ever if this left it
            observer.broken(e);
        }
    }

    /** One round; false where other processes check all there is. */
    public boolean check() {
        Map<Region, Long> turns = lease.take(database.read(RegistryRows::all).stream()
                .map(Registered::region)
                .filter(residency::serves)
                .collect(Collectors.toSet()));
        ask(rows(turns)).forEach((row, probed) -> record(turn(turns, row), row, probed));
        succeed(turns);
        return !turns.isEmpty();
    }

    private List<Registered> rows(Map<Region, Long> turns) {
        return database.read(RegistryRows::all).stream()
                .filter(row -> turns.containsKey(row.region()))
                .toList();
    }

    private static long turn(Map<Region, Long> turns, Registered row) {
        return Objects.requireNonNull(turns.get(row.region()));
    }

    /** All at once: one that does not answer holds up no other. */
    private Map<Registered, Probed> ask(List<Registered> rows) {
        Map<Registered, Probed> answers = new ConcurrentHashMap<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            rows.stream()
                    .filter(row -> row.health().disabledBy() != DisabledBy.OPERATOR)
                    .forEach(row -> threads.execute(() -> answers.put(row, ask(row))));
        }
        return answers;
    }

    private Probed ask(Registered row) {
        try {
            long now = System.nanoTime();
            Optional<Long> size = knownSize(row, now);
            Probed probed = probe.ask(passwords.server(row), size.orElse(null));
            if (size.isEmpty() && probed instanceof Reached) {
                measured.put(row.id(), now);
            }
            return Suitability.judge(row.type(), probed);
        } catch (RuntimeException e) {
            observer.broken(e);
            return new Failed(Problem.FAILED, "the password in the registry cannot be opened");
        }
    }

    private Optional<Long> knownSize(Registered row, long now) {
        return Optional.ofNullable(measured.get(row.id()))
                .filter(then -> now - then < SIZE_HOLDS.toNanos())
                .flatMap(_ -> Optional.ofNullable(row.facts()))
                .map(ServerFacts::bytes);
    }

    private void record(long turn, Registered row, Probed probed) {
        Health after = row.health().after(probed, row.limits().maxFailures());
        boolean written = database.write(dsl -> {
            boolean current = HealthLease.holds(dsl, row.region(), turn) && HealthRows.record(dsl, row, after);
            if (current && row.health().active() != after.active()) {
                journal.write(dsl, turned(row, after), null);
            }
            if (current && probed instanceof Reached reached) {
                HealthRows.record(dsl, row.name(), reached.facts());
            }
            return current;
        });
        if (written
                && (after.active() != row.health().active()
                        || after.healthy() != row.health().healthy())) {
            observer.turned(row.name(), row.health(), after);
        }
    }

    private static Asked turned(Registered row, Health after) {
        String error = after.lastError();
        return Asked.byItself(
                SELF,
                after.active() ? "connection.recover" : "connection.fail",
                row.name(),
                error == null ? Map.of() : Map.of("error", error));
    }

    private boolean succeed(DSLContext dsl, long turn, Registered writer, Member next) {
        boolean done = HealthLease.holds(dsl, writer.region(), turn) && HealthRows.succeed(dsl, writer, next, fence);
        if (done) {
            Map<String, Object> details = Map.of("writer", next.name(), "fenced", writer.name());
            String cluster = Objects.requireNonNull(writer.cluster());
            journal.write(dsl, Asked.byItself(SELF, "cluster.succeed", cluster, details), null);
        }
        return done;
    }

    private void succeed(Map<Region, Long> turns) {
        List<Registered> rows = rows(turns);
        rows.stream()
                .filter(row -> row.cluster() != null && row.writesInCluster())
                .forEach(writer -> successor(writer, rows)
                        .filter(next -> database.write(dsl -> succeed(dsl, turn(turns, writer), writer, next)))
                        .ifPresent(next -> observer.succeeded(writer.name(), next.name())));
    }

    private static Optional<Member> successor(Registered writer, List<Registered> rows) {
        List<Member> others = rows.stream()
                .filter(row -> Objects.equals(writer.cluster(), row.cluster())
                        && !row.id().equals(writer.id()))
                .map(Registered::member)
                .toList();
        return Succession.successor(writer.member(), others);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        try {
            lease.release();
        } catch (RuntimeException e) {
            // it ends by itself
            observer.broken(e);
        }
    }
}
