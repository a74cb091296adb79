package io.neomt.command.store;

import io.neomt.command.kernel.Actor;
import io.neomt.command.kernel.CommandEnvelope;
import io.neomt.command.kernel.Name;
import io.neomt.command.kernel.Subject;
import io.neomt.command.model.Before;
import io.neomt.command.model.Versioned;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;

/** What is so under the locks of one transaction, read at most once and remembered beyond it. */
final class LockedState implements Before {

    private final DSLContext dsl;
    private final Set<Name> suspects;
    private final Map<TenantId, StateCache.Frame> frames = new HashMap<>();

    /** @param suspects names that may be held by others, to be looked up before they are supposed to be free */
    LockedState(DSLContext dsl, Set<Name> suspects) {
        this.dsl = dsl;
        this.suspects = suspects;
    }

    /** Makes a tenant readable whose head is locked at the position. */
    void open(StateCache cache, TenantId tenant, Position head) {
        frames.put(tenant, cache.at(tenant, head));
    }

    /** Reads what the commands will surely ask for, all at once. */
    void prefetch(TenantId tenant, List<CommandEnvelope> commands) {
        Set<Subject> wanted = new LinkedHashSet<>();
        wanted.add(Subject.of(tenant));
        for (CommandEnvelope envelope : commands) {
            wanted.add(envelope.command().subject());
            if (envelope.actor() instanceof Actor.User user && user.home().equals(tenant)) {
                holder(tenant, new Name(Name.Kind.EXTERNAL_ID, user.externalId()))
                        .ifPresent(wanted::add);
            }
        }
        StateCache.Frame frame = frame(tenant);
        wanted.removeIf(subject -> frame.aggregate(subject) != null);
        AggregateRows.load(dsl, tenant, wanted).forEach(frame::remember);
    }

    @Override
    public Versioned load(TenantId tenant, Subject subject) {
        StateCache.Frame frame = frame(tenant);
        Versioned known = frame.aggregate(subject);
        if (known != null) {
            return known;
        }
        Versioned loaded = AggregateRows.load(dsl, tenant, List.of(subject))
                .getOrDefault(subject, Versioned.absent(subject.kind()));
        frame.remember(subject, loaded);
        return loaded;
    }

    @Override
    public Optional<Subject> holder(TenantId space, Name name) {
        StateCache.Frame frame = frame(space);
        StateCache.Holder known = frame.holder(name);
        if (known != null) {
            return known.subject();
        }
        Optional<Subject> loaded = NameRows.holder(dsl, space, name);
        frame.remember(name, loaded);
        return loaded;
    }

    @Override
    public Optional<Subject> knownHolder(TenantId space, Name name) {
        return suspects.contains(name) ? NameRows.holder(dsl, space, name) : Optional.empty();
    }

    @Override
    public boolean connectionExists(String connectionName) {
        return DirectoryRows.connectionExists(dsl, connectionName);
    }

    StateCache.Frame frame(TenantId tenant) {
        StateCache.Frame frame = frames.get(tenant);
        if (frame == null) {
            throw new IllegalStateException("the head of " + tenant + " is not locked");
        }
        return frame;
    }
}
