package io.neomt.command.store;

import static io.neomt.view.jooq.admin.eventstore.Tables.STORE;

import io.neomt.command.kernel.CommandEnvelope;
import io.neomt.command.kernel.Name;
import io.neomt.command.model.Outcome;
import io.neomt.command.model.Outcome.Unavailable;
import io.neomt.commons.connections.AdminDatabase;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.event.codec.EventCodec;
import io.neomt.permission.ConditionLanguage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides and appends. All commands of a group commit together; a refused one leaves nothing. What fails is tried again
 * only when it is certain that nothing was committed.
 */
public final class EventStore {

    private static final Logger LOG = LoggerFactory.getLogger(EventStore.class);
    private static final int RETRY_AFTER_SECONDS = 1;

    private final AdminDatabase database;
    private final EventCodec codec;
    private final ConditionLanguage conditions;
    private final Supplier<UUID> eventIds;
    private final Appended whenAppended;
    private final StateCache cache = new StateCache();
    private final Retries retries = new Retries();

    /** Told of what has been committed. */
    @FunctionalInterface
    public interface Appended {
        /** @param firstDue when the first of what was given is over, {@link Instant#MAX} for never */
        void to(TenantId tenant, Instant firstDue);
    }

    /**
     * @param eventIds gives UUIDv7
     * @param whenAppended told after events have been committed
     */
    public EventStore(
            AdminDatabase database,
            EventCodec codec,
            ConditionLanguage conditions,
            Supplier<UUID> eventIds,
            Appended whenAppended) {
        this.database = database;
        this.codec = codec;
        this.conditions = conditions;
        this.eventIds = eventIds;
        this.whenAppended = whenAppended;
    }

    /**
     * Deals with commands of one tenant in this order.
     *
     * @return the outcome of each command; {@link Unavailable} where the database could not be used
     */
    public List<Outcome> execute(TenantId tenant, List<CommandEnvelope> commands) {
        try {
            return retries.run(() -> once(tenant, commands));
        } catch (UncertainCommitException e) {
            LOG.warn("it is not known whether {} commands of tenant {} were committed", commands.size(), tenant, e);
            return unavailable(
                    commands, "The outcome is not known; send it again with the same Idempotency-Key.", true);
        } catch (RuntimeException e) {
            return Failures.isTransient(e) ? away(tenant, commands, e) : oneByOne(tenant, commands, e);
        }
    }

    private static List<Outcome> away(TenantId tenant, List<CommandEnvelope> commands, RuntimeException cause) {
        LOG.warn("the database could not deal with {} commands of tenant {}", commands.size(), tenant, cause);
        return unavailable(commands, "The event store cannot be reached; nothing was changed.", false);
    }

    /** One command that cannot be dealt with shall not take the others of its group with it. */
    private List<Outcome> oneByOne(TenantId tenant, List<CommandEnvelope> commands, RuntimeException cause) {
        if (commands.size() == 1) {
            LOG.error("a command of tenant {} failed", tenant, cause);
            return List.of(new Outcome.Failed());
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (CommandEnvelope envelope : commands) {
            outcomes.addAll(execute(tenant, List.of(envelope)));
        }
        return outcomes;
    }

    private static List<Outcome> unavailable(List<CommandEnvelope> commands, String message, boolean uncertain) {
        return commands.stream()
                .<Outcome>map(envelope -> new Unavailable(message, uncertain, RETRY_AFTER_SECONDS))
                .toList();
    }

    /** One try; tried anew for as long as names turn out to be taken, each time knowing more of them. */
    private List<Outcome> once(TenantId tenant, List<CommandEnvelope> commands) {
        Set<Name> suspects = new HashSet<>();
        while (true) {
            try {
                return commit(tenant, commands, suspects);
            } catch (NamesTakenException e) {
                if (!suspects.addAll(e.names())) {
                    throw new IllegalStateException("a name that was looked up was supposed to be free", e);
                }
            }
        }
    }

    private List<Outcome> commit(TenantId tenant, List<CommandEnvelope> commands, Set<Name> suspects) {
        AtomicBoolean committing = new AtomicBoolean();
        GroupTransaction.Result result;
        try {
            result = database.write(dsl -> {
                var decided =
                        new GroupTransaction(dsl, cache, tenant, commands, conditions, suspects).run(codec, eventIds);
                committing.set(true);
                return decided;
            });
        } catch (RuntimeException e) {
            cache.forget(tenant);
            if (committing.get()) {
                throw new UncertainCommitException(e);
            }
            throw e;
        }
        result.whenCommitted().run();
        if (result.appended()) {
            whenAppended.to(tenant, result.firstDue());
        }
        return result.outcomes();
    }

    /** Where the tenant's sequence stands; {@link Position#NONE} for a tenant without events. */
    public Position head(TenantId tenant) {
        return database.read(dsl -> Heads.read(dsl, tenant));
    }

    /** How often the store was restored from a backup, plus one; part of consistency tokens. */
    public int epoch() {
        return database.read(EventStore::epoch);
    }

    private static int epoch(DSLContext dsl) {
        return dsl.select(STORE.EPOCH).from(STORE).fetchSingle().value1();
    }
}
