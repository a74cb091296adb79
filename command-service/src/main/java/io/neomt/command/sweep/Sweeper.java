package io.neomt.command.sweep;

import io.neomt.command.expiry.Due;
import io.neomt.command.expiry.DueList;
import io.neomt.command.kernel.Actor;
import io.neomt.command.kernel.CommandEnvelope;
import io.neomt.command.kernel.Expire;
import io.neomt.command.model.Outcome;
import io.neomt.event.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records what is over. Whether something is over is decided by the command on what is held then, so that a sweep that
 * comes twice, or late, takes nothing away that was given anew. One process at a time leads; it waits for the next time at
 * which something is over, and looks by itself, too, for what others gave.
 */
public final class Sweeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);
    private static final String NAME = "expiry";
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final int AT_ONCE = 128;

    private final DueList dues;
    private final BiFunction<TenantId, List<CommandEnvelope>, List<Outcome>> commands;
    private final Alarm alarm;
    private final InstantSource clock;
    private final Supplier<UUID> ids;
    private final String owner;
    private final Duration polling;
    private final LongAdder swept = new LongAdder();
    private volatile Duration lag = Duration.ZERO;
    private volatile boolean failing;
    private volatile Thread thread = Thread.ofVirtual().unstarted(() -> {});

    /**
     * @param commands deals with commands of one tenant
     * @param ids gives UUIDv7
     * @param polling the longest time without a look at the list
     */
    public Sweeper(
            DueList dues,
            BiFunction<TenantId, List<CommandEnvelope>, List<Outcome>> commands,
            Alarm alarm,
            InstantSource clock,
            Supplier<UUID> ids,
            Duration polling) {
        this.dues = dues;
        this.commands = commands;
        this.alarm = alarm;
        this.clock = clock;
        this.ids = ids;
        this.owner = ids.get().toString();
        this.polling = polling;
    }

    public void start() {
        thread = Thread.ofVirtual().name("command-service-sweeper").start(this::run);
    }

    /** How many subjects were found to hold something that was over, since the start. */
    public long swept() {
        return swept.sum();
    }

    /** How long the oldest thing that is over had waited at the last look; nothing where another process leads. */
    public Duration lag() {
        return lag;
    }

    private void run() {
        try {
            while (true) {
                alarm.await(look());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks once, and says for how long nothing is to be done. */
    private Duration look() {
        try {
            Duration pause = dues.lead(owner, LEASE) ? sweep() : polling;
            failing = false;
            return pause;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("what is over cannot be recorded; trying again", e);
                failing = true;
            }
            return polling;
        }
    }

    private Duration sweep() {
        Instant now = clock.instant();
        List<Due> over = dues.over(now, AT_ONCE);
        lag = over.isEmpty() ? Duration.ZERO : Duration.between(over.getFirst().at(), now);
        if (over.isEmpty()) {
            return untilNext(now);
        }
        Map<TenantId, List<Due>> byTenant = over.stream().collect(Collectors.groupingBy(Due::tenant));
        // whatever could not be recorded is found again, but not at once
        return byTenant.entrySet().stream().allMatch(entry -> record(entry.getKey(), entry.getValue()))
                ? Duration.ZERO
                : polling;
    }

    private Duration untilNext(Instant now) {
        Optional<Instant> next = dues.next();
        return next.map(at -> Duration.between(now, at))
                .filter(wait -> wait.compareTo(polling) < 0)
                .orElse(polling);
    }

    private boolean record(TenantId tenant, List<Due> over) {
        Instant time = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String sweep = ids.get().toString();
        List<Outcome> outcomes = commands.apply(
                tenant, over.stream().map(due -> envelope(due, sweep, time)).toList());
        long done = outcomes.stream().filter(Outcome.Accepted.class::isInstance).count();
        swept.add(done);
        if (done < outcomes.size()) {
            LOG.warn(
                    "of {} subjects of tenant {}, {} could not be swept",
                    outcomes.size(),
                    tenant,
                    outcomes.size() - done);
        }
        return done == outcomes.size();
    }

    private CommandEnvelope envelope(Due due, String sweep, Instant time) {
        return new CommandEnvelope(
                ids.get(),
                due.tenant(),
                new Actor.Internal(NAME),
                sweep,
                sweep,
                null,
                time,
                null,
                null,
                new Expire(due.subject()));
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
            dues.release(owner);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("the sweeper's lease could not be given back; it runs out by itself", e);
        }
    }
}
