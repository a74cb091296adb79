package io.neomt.command.model;

import io.neomt.command.kernel.Actor;
import io.neomt.command.kernel.Authorization;
import io.neomt.command.kernel.CommandEnvelope;
import io.neomt.command.kernel.CommonRejection;
import io.neomt.command.kernel.Decision;
import io.neomt.command.kernel.Rejection;
import io.neomt.command.kernel.Subject;
import io.neomt.command.model.Aggregate.OfTenant;
import io.neomt.command.model.Outcome.Accepted;
import io.neomt.command.model.Outcome.Refused;
import io.neomt.command.tenant.TenantState;
import io.neomt.event.Event;
import io.neomt.event.EventEnvelope;
import io.neomt.event.EventMetadata;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A group of commands of one tenant, decided one after another: each sees what those before it did. What a refused
 * command would have done leaves no trace.
 */
public final class Group {

    private final World world;
    private final Supplier<UUID> eventIds;
    private final List<EventEnvelope> events = new ArrayList<>();
    private Position head;

    /**
     * @param head where the tenant's sequence stands
     * @param eventIds gives UUIDv7
     */
    public Group(TenantId tenant, Position head, Before before, Supplier<UUID> eventIds) {
        this.world = new World(tenant, before);
        this.head = head;
        this.eventIds = eventIds;
    }

    /** All that happened, in order. */
    public List<EventEnvelope> events() {
        return List.copyOf(events);
    }

    public Position head() {
        return head;
    }

    /** The aggregates that changed, as they are now. */
    public Map<Subject, Versioned> changed() {
        return world.changed();
    }

    /** Every name that was taken or given up. */
    public List<NameChange> names() {
        return world.names();
    }

    public Outcome decide(CommandEnvelope envelope) {
        return refuse(envelope).<Outcome>map(Refused::new).orElseGet(() -> switch (Deciding.decide(
                envelope.command(), world)) {
            case Decision.Rejected rejected -> new Refused(rejected.rejection());
            case Decision.Accepted accepted -> accept(envelope, accepted.events());
        });
    }

    private Optional<Rejection> refuse(CommandEnvelope envelope) {
        return authorize(envelope).or(() -> requireTenant(envelope)).or(() -> requireVersion(envelope));
    }

    /** Whether the actor may not do this; asked on its own before a stored answer is given again. */
    public Optional<Rejection> authorize(CommandEnvelope envelope) {
        return switch (envelope.actor()) {
            case Actor.Internal _ -> Optional.empty();
            case Actor.User user ->
                Authorization.refuseForeign(user, world.tenant())
                        .or(() -> Authorization.refuse(
                                world.holder(user),
                                world.rolesOf(user.home()),
                                envelope.command().requiredPermission()));
        };
    }

    private Optional<Rejection> requireTenant(CommandEnvelope envelope) {
        if (!envelope.command().needsActiveTenant() || envelope.actor() instanceof Actor.Internal) {
            return Optional.empty();
        }
        return switch (tenantState(world.tenant())) {
            case TenantState.Absent _ ->
                Optional.of(new Rejection(CommonRejection.TENANT_NOT_FOUND, "There is no such tenant.", Map.of()));
            case TenantState.Existing tenant when tenant.active() -> Optional.empty();
            case TenantState.Existing tenant ->
                Optional.of(new Rejection(
                        CommonRejection.TENANT_NOT_ACTIVE,
                        "The tenant '" + tenant.slug() + "' is still being made; try again when it is active.",
                        Map.of("tenant", tenant.slug())));
        };
    }

    private TenantState tenantState(TenantId tenant) {
        return ((OfTenant) world.load(tenant, Subject.of(tenant)).aggregate()).state();
    }

    private Optional<Rejection> requireVersion(CommandEnvelope envelope) {
        Long wanted = envelope.ifMatch();
        long version = world.current(envelope.command().subject()).version();
        if (wanted == null || version == 0 || wanted == version) {
            return Optional.empty();
        }
        return Optional.of(new Rejection(
                CommonRejection.VERSION_MISMATCH,
                "The version is " + version + " now, not " + wanted + "; read it again and decide anew.",
                Map.of("expected", wanted, "version", version)));
    }

    private Outcome accept(CommandEnvelope envelope, List<Event> happened) {
        Subject subject = envelope.command().subject();
        Versioned before = world.current(subject);
        Versioned after = fold(before, happened);
        Optional<Rejection> taken = world.change(subject, before.aggregate(), after);
        if (taken.isPresent()) {
            return new Refused(taken.get());
        }
        happened.forEach(event -> append(envelope, event));
        return new Accepted(
                world.tenant(),
                subject,
                head,
                after.version(),
                !happened.isEmpty(),
                Answer.data(after, envelope.command()));
    }

    private Versioned fold(Versioned before, List<Event> happened) {
        Aggregate aggregate = before.aggregate();
        for (Event event : happened) {
            aggregate = aggregate.evolve(event);
        }
        long version = happened.isEmpty() ? before.version() : head.value() + happened.size();
        return new Versioned(version, aggregate);
    }

    private void append(CommandEnvelope envelope, Event event) {
        head = head.next();
        events.add(new EventEnvelope(
                new EventMetadata(
                        eventIds.get(),
                        world.tenant(),
                        head,
                        Subject.of(world.tenant(), event).toString(),
                        envelope.time(),
                        nameOf(envelope.actor()),
                        envelope.correlationId(),
                        envelope.causationId(),
                        envelope.traceparent()),
                event));
    }

    private String nameOf(Actor actor) {
        return switch (actor) {
            case Actor.Internal system -> "system/" + system.name();
            case Actor.User user ->
                slugOf(user.home()) + "/" + world.holder(user).orElseThrow().id();
        };
    }

    private String slugOf(TenantId tenant) {
        return switch (tenantState(tenant)) {
            case TenantState.Existing existing -> existing.slug();
            case TenantState.Absent _ -> throw new IllegalStateException("an actor's tenant exists");
        };
    }
}
