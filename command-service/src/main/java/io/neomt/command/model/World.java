package io.neomt.command.model;

import io.neomt.command.grant.HolderState;
import io.neomt.command.kernel.Actor;
import io.neomt.command.kernel.HolderFacts;
import io.neomt.command.kernel.Name;
import io.neomt.command.kernel.Ordered;
import io.neomt.command.kernel.Rejection;
import io.neomt.command.kernel.RoleFacts;
import io.neomt.command.kernel.Roles;
import io.neomt.command.kernel.Subject;
import io.neomt.command.model.Aggregate.OfOrganization;
import io.neomt.command.model.Aggregate.OfRole;
import io.neomt.command.model.Aggregate.OfUser;
import io.neomt.command.organization.OrganizationState;
import io.neomt.command.role.RoleState;
import io.neomt.command.tenant.TenantSurroundings;
import io.neomt.event.OrganizationId;
import io.neomt.event.RoleId;
import io.neomt.event.TenantId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was before the group, overlaid with what the group did so far. */
final class World implements TenantSurroundings {

    private final TenantId tenant;
    private final Before before;
    private final Map<Subject, Versioned> changed = new LinkedHashMap<>();
    private final Map<Name, NameChange> names = new LinkedHashMap<>();

    World(TenantId tenant, Before before) {
        this.tenant = tenant;
        this.before = before;
    }

    TenantId tenant() {
        return tenant;
    }

    Map<Subject, Versioned> changed() {
        return Ordered.map(changed);
    }

    List<NameChange> names() {
        return List.copyOf(names.values());
    }

    Versioned current(Subject subject) {
        return load(tenant, subject);
    }

    Versioned load(TenantId home, Subject subject) {
        Versioned mine = home.equals(tenant) ? changed.get(subject) : null;
        return mine == null ? before.load(home, subject) : mine;
    }

    Roles roles() {
        return rolesOf(tenant);
    }

    Roles rolesOf(TenantId home) {
        return id -> role(home, id);
    }

    private Optional<RoleFacts> role(TenantId home, RoleId id) {
        return switch (((OfRole) load(home, Subject.of(id)).aggregate()).state()) {
            case RoleState.Existing role -> Optional.of(role);
            case RoleState.Absent _ -> Optional.empty();
            case RoleState.Deleted _ -> Optional.empty();
        };
    }

    /** The user as whom an actor is known, if it is. */
    Optional<HolderFacts> holder(Actor.User actor) {
        Name name = new Name(Name.Kind.EXTERNAL_ID, actor.externalId());
        NameChange mine = actor.home().equals(tenant) ? names.get(name) : null;
        return (mine == null ? before.holder(actor.home(), name) : mine.after())
                .flatMap(user -> holdings(actor.home(), user));
    }

    private Optional<HolderFacts> holdings(TenantId home, Subject user) {
        return switch (((OfUser) load(home, user).aggregate()).holdings()) {
            case HolderState.Existing holder -> Optional.of(holder);
            case HolderState.Absent _ -> Optional.empty();
        };
    }

    @Override
    public boolean organizationExists(OrganizationId id) {
        Aggregate aggregate = load(TenantId.PLATFORM, Subject.of(id)).aggregate();
        return ((OfOrganization) aggregate).state() instanceof OrganizationState.Existing;
    }

    @Override
    public boolean connectionExists(String connectionName) {
        return before.connectionExists(connectionName);
    }

    /** Puts the aggregate as it is now in its place, unless it wants a name that another subject holds. */
    Optional<Rejection> change(Subject subject, Aggregate from, Versioned to) {
        var added = Ordered.minus(to.aggregate().names(), from.names());
        for (Name name : added) {
            if (holderOf(name).filter(holder -> !holder.equals(subject)).isPresent()) {
                return Optional.of(name.taken());
            }
        }
        Ordered.minus(from.names(), to.aggregate().names())
                .forEach(name -> record(name, Optional.of(subject), Optional.empty()));
        added.forEach(name -> record(name, Optional.empty(), Optional.of(subject)));
        if (to.version() > 0 && !to.aggregate().equals(from)) {
            changed.put(subject, to);
        }
        return Optional.empty();
    }

    private void record(Name name, Optional<Subject> from, Optional<Subject> to) {
        NameChange first = names.get(name);
        names.put(name, new NameChange(name, first == null ? from : first.before(), to));
    }

    private Optional<Subject> holderOf(Name name) {
        NameChange mine = names.get(name);
        return mine == null ? before.knownHolder(name.spaceFor(tenant), name) : mine.after();
    }
}
