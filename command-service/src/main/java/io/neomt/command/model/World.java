package io.neomt.command.model;

import io.neomt.command.intervention.ParkedEvent;
import io.neomt.command.kernel.Name;
import io.neomt.command.kernel.Ordered;
import io.neomt.command.kernel.Reference;
import io.neomt.command.kernel.Rejection;
import io.neomt.command.kernel.Subject;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was before, overlaid with what was done since. */
final class World implements Before {

    private final TenantId tenant;
    private final Before before;
    private final Changes changes = new Changes();

    World(TenantId tenant, Before before) {
        this.tenant = tenant;
        this.before = before;
    }

    TenantId tenant() {
        return tenant;
    }

    Changes changes() {
        return changes;
    }

    /** A world on top of this one; what is done there leaves no trace here until it is {@linkplain #add added}. */
    World draft() {
        return new World(tenant, this);
    }

    void add(World draft) {
        changes.add(draft.changes);
    }

    Versioned current(Subject subject) {
        return load(tenant, subject);
    }

    @Override
    public Versioned load(TenantId home, Subject subject) {
        Versioned mine = home.equals(tenant) ? changes.aggregate(subject) : null;
        return mine == null ? before.load(home, subject) : mine;
    }

    @Override
    public void prefetch(TenantId home, Collection<Subject> subjects) {
        before.prefetch(home, subjects);
    }

    @Override
    public Optional<Subject> holder(TenantId space, Name name) {
        NameChange mine = mine(space, name);
        return mine == null ? before.holder(space, name) : mine.after();
    }

    @Override
    public Optional<Subject> knownHolder(TenantId space, Name name) {
        NameChange mine = mine(space, name);
        return mine == null ? before.knownHolder(space, name) : mine.after();
    }

    private @Nullable NameChange mine(TenantId space, Name name) {
        return space.equals(name.spaceFor(tenant)) ? changes.name(name) : null;
    }

    @Override
    public Set<Subject> referring(TenantId home, Reference reference) {
        if (!home.equals(tenant)) {
            return before.referring(home, reference);
        }
        Set<Subject> sources = new LinkedHashSet<>(before.referring(home, reference));
        changes.apply(reference, sources);
        return sources;
    }

    @Override
    public boolean regionExists(String code) {
        return before.regionExists(code);
    }

    @Override
    public boolean connectionExists(String connectionName) {
        return before.connectionExists(connectionName);
    }

    @Override
    public List<ParkedEvent> parkedAt(TenantId home, Position position) {
        return before.parkedAt(home, position);
    }

    /** Puts the aggregate as it is now in its place, unless it wants a name that another subject holds. */
    Optional<Rejection> change(Subject subject, Versioned from, Versioned to) {
        for (Name name : Ordered.minus(to.aggregate().names(), from.aggregate().names())) {
            Optional<Subject> holder = knownHolder(name.spaceFor(tenant), name);
            if (holder.isPresent() && !holder.get().equals(subject)) {
                return Optional.of(name.taken());
            }
        }
        if (!to.equals(from)) {
            changes.record(subject, from, to);
        }
        return Optional.empty();
    }
}
