package io.neomt.command.store;

import io.neomt.command.kernel.Actor;
import io.neomt.command.kernel.CommandEnvelope;
import io.neomt.command.kernel.CommonRejection;
import io.neomt.command.kernel.IdempotencyKey;
import io.neomt.command.kernel.Name;
import io.neomt.command.kernel.Rejection;
import io.neomt.command.model.Changes;
import io.neomt.command.model.Group;
import io.neomt.command.model.Outcome;
import io.neomt.command.model.Outcome.Accepted;
import io.neomt.command.model.Outcome.Refused;
import io.neomt.command.tenant.TenantCommand.RequestTenant;
import io.neomt.event.EventHash;
import io.neomt.event.TenantId;
import io.neomt.event.codec.EventCodec;
import io.neomt.permission.ConditionLanguage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;

/** One group of commands of one tenant in one transaction. Used once. */
final class GroupTransaction {

    private final DSLContext dsl;
    private final StateCache cache;
    private final TenantId tenant;
    private final List<CommandEnvelope> commands;
    private final ConditionLanguage conditions;
    private final LockedState state;
    private final Map<IdempotencyRows.Key, StoredAnswer> answered = new LinkedHashMap<>();
    private final Map<CommandEnvelope, Accepted> toKeep = new LinkedHashMap<>();

    /** @param suspects names that turned out to be taken when the group was tried before */
    GroupTransaction(
            DSLContext dsl,
            StateCache cache,
            TenantId tenant,
            List<CommandEnvelope> commands,
            ConditionLanguage conditions,
            Set<Name> suspects) {
        this.conditions = conditions;
        this.dsl = dsl;
        this.cache = cache;
        this.tenant = tenant;
        this.commands = commands;
        this.state = new LockedState(dsl, suspects);
    }

    /**
     * What the transaction leads to once it has committed.
     *
     * @param firstDue when the first of what it gave is over, {@link Instant#MAX} for never
     */
    record Result(List<Outcome> outcomes, boolean appended, Instant firstDue, Runnable whenCommitted) {}

    /** @throws NamesTakenException when the group has to be decided anew */
    Result run(EventCodec codec, Supplier<UUID> eventIds) {
        Heads.Head head = lock();
        Group group = new Group(tenant, head.position(), state, conditions, eventIds);
        answered.putAll(IdempotencyRows.find(dsl, commands));
        List<Outcome> outcomes = new ArrayList<>();
        for (CommandEnvelope envelope : commands) {
            outcomes.add(decide(group, envelope));
        }
        write(codec, head, group);
        StateCache.Frame frame = state.frame(tenant);
        return new Result(
                outcomes,
                !group.events().isEmpty(),
                firstDue(group.changes()),
                () -> frame.advance(group.head(), group.changes()));
    }

    private static Instant firstDue(Changes changes) {
        return changes.dues().values().stream()
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    private Heads.Head lock() {
        if (commands.stream().anyMatch(GroupTransaction::looksAtPlatform) && !tenant.equals(TenantId.PLATFORM)) {
            state.open(cache, TenantId.PLATFORM, Heads.sharePlatform(dsl));
            state.prefetchFor(TenantId.PLATFORM, actingIn(TenantId.PLATFORM));
        }
        if (commands.stream().anyMatch(GroupTransaction::beginsSequence)) {
            Heads.create(dsl, tenant);
        }
        Heads.Head head = Heads.lock(dsl, tenant);
        state.open(cache, tenant, head.position());
        state.prefetchFor(tenant, commands);
        return head;
    }

    private static boolean looksAtPlatform(CommandEnvelope envelope) {
        return envelope.command().looksAtPlatform()
                || (envelope.actor() instanceof Actor.User user && user.home().equals(TenantId.PLATFORM));
    }

    private List<CommandEnvelope> actingIn(TenantId home) {
        return commands.stream()
                .filter(envelope -> envelope.actor() instanceof Actor.User user
                        && user.home().equals(home))
                .toList();
    }

    private static boolean beginsSequence(CommandEnvelope envelope) {
        return envelope.command() instanceof RequestTenant;
    }

    private Outcome decide(Group group, CommandEnvelope envelope) {
        Optional<IdempotencyRows.Key> key = IdempotencyRows.Key.of(envelope);
        StoredAnswer stored = key.map(answered::get).orElse(null);
        if (stored != null) {
            return group.authorize(envelope).<Outcome>map(Refused::new).orElseGet(() -> again(envelope, stored));
        }
        Outcome outcome = group.decide(envelope);
        if (key.isPresent() && outcome instanceof Accepted accepted) {
            answered.put(key.get(), new StoredAnswer(hash(envelope), accepted));
            toKeep.put(envelope, accepted);
        }
        return outcome;
    }

    private static Outcome again(CommandEnvelope envelope, StoredAnswer stored) {
        if (stored.requestHash().equals(hash(envelope))) {
            return stored.answer();
        }
        return new Refused(new Rejection(
                CommonRejection.IDEMPOTENCY_KEY_REUSED,
                "The Idempotency-Key was used for another request; take a new one for each request.",
                Map.of("field", "Idempotency-Key")));
    }

    private static String hash(CommandEnvelope envelope) {
        IdempotencyKey key = envelope.idempotencyKey();
        return key == null ? "" : key.requestHash();
    }

    private void write(EventCodec codec, Heads.Head head, Group group) {
        if (!group.events().isEmpty()) {
            Changes changes = group.changes();
            Set<Name> taken = new NameRows(dsl, tenant).apply(changes.names());
            if (!taken.isEmpty()) {
                throw new NamesTakenException(taken);
            }
            EventHash last = EventRows.insert(dsl, codec, group.events(), OldEvents.chainAll(dsl, tenant, head));
            AggregateRows.save(dsl, tenant, changes.aggregates());
            ReferenceRows.apply(dsl, tenant, changes.references());
            DueRows.apply(dsl, tenant, changes.dues());
            DirectoryRows.apply(dsl, group.events(), changes.aggregates());
            InterventionRows.apply(dsl, group.events());
            Heads.advance(dsl, tenant, head.position(), group.head(), last);
        }
        if (!toKeep.isEmpty()) {
            IdempotencyRows.insert(dsl, toKeep);
        }
    }
}
