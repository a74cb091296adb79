package io.neomt.command.store;

import io.neomt.command.intervention.ParkedEvent;
import io.neomt.command.kernel.Actor;
import io.neomt.command.kernel.CommandEnvelope;
import io.neomt.command.kernel.Name;
import io.neomt.command.kernel.Reference;
import io.neomt.command.kernel.Subject;
import io.neomt.command.model.Before;
import io.neomt.command.model.Versioned;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What is so under the locks of one transaction, read at most once and remembered beyond it. Of other tenants, whose heads
 * are not locked, it is what was committed when it is asked for, and not remembered: two tenants whose users act in each
 * other's would wait for each other for ever.
 */
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
    void prefetchFor(TenantId tenant, List<CommandEnvelope> commands) {
        Set<Subject> wanted = new LinkedHashSet<>();
        wanted.add(Subject.of(tenant));
        wanted.add(Subject.catalogueOf(tenant));
        for (CommandEnvelope envelope : commands) {
            if (envelope.tenant().equals(tenant)) {
                wanted.addAll(envelope.command().looksAt());
            }
            if (envelope.actor() instanceof Actor.User user && user.home().equals(tenant)) {
                holder(tenant, new Name(Name.Kind.EXTERNAL_ID, user.externalId()))
                        .ifPresent(wanted::add);
            }
        }
        prefetch(tenant, wanted);
    }

    @Override
    public void prefetch(TenantId tenant, Collection<Subject> subjects) {
        StateCache.Frame frame = frame(tenant);
        Set<Subject> wanted = new LinkedHashSet<>(subjects);
        wanted.removeIf(subject -> frame.aggregate(subject) != null);
        AggregateRows.load(dsl, tenant, wanted).forEach(frame::remember);
    }

    @Override
    public Versioned load(TenantId tenant, Subject subject) {
        StateCache.Frame frame = frameOrNull(tenant);
        if (frame == null) {
            return read(tenant, subject);
        }
        Versioned known = frame.aggregate(subject);
        if (known != null) {
            return known;
        }
        Versioned loaded = read(tenant, subject);
        frame.remember(subject, loaded);
        return loaded;
    }

    private Versioned read(TenantId tenant, Subject subject) {
        return AggregateRows.load(dsl, tenant, List.of(subject))
                .getOrDefault(subject, Versioned.absent(subject.kind()));
    }

    @Override
    public Optional<Subject> holder(TenantId space, Name name) {
        StateCache.Frame frame = frameOrNull(space);
        if (frame == null) {
            return NameRows.holder(dsl, space, name);
        }
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
    public Set<Subject> referring(TenantId tenant, Reference reference) {
        StateCache.Frame frame = frame(tenant);
        Set<Subject> known = frame.referring(reference);
        if (known != null) {
            return known;
        }
        Set<Subject> loaded = ReferenceRows.sources(dsl, tenant, reference);
        frame.remember(reference, loaded);
        return loaded;
    }

    @Override
    public boolean regionExists(String code) {
        return DirectoryRows.regionExists(dsl, code);
    }

    @Override
    public boolean connectionExists(String connectionName) {
        return DirectoryRows.connectionExists(dsl, connectionName);
    }

    @Override
    public List<ParkedEvent> parkedAt(TenantId tenant, Position position) {
        return InterventionRows.parkedAt(dsl, tenant, position);
    }

    StateCache.Frame frame(TenantId tenant) {
        StateCache.Frame frame = frames.get(tenant);
        if (frame == null) {
            throw new IllegalStateException("the head of " + tenant + " is not locked");
        }
        return frame;
    }

    /** What the platform gives is never judged by without its lock. */
    private StateCache.@Nullable Frame frameOrNull(TenantId tenant) {
        return tenant.equals(TenantId.PLATFORM) ? frame(tenant) : frames.get(tenant);
    }
}
