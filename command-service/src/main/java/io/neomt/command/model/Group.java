package io.neomt.command.model;

import io.neomt.command.kernel.Actor;
import io.neomt.command.kernel.Authorization;
import io.neomt.command.kernel.Command;
import io.neomt.command.kernel.CommandEnvelope;
import io.neomt.command.kernel.CommonRejection;
import io.neomt.command.kernel.Rejection;
import io.neomt.command.kernel.Subject;
import io.neomt.command.model.Outcome.Accepted;
import io.neomt.command.model.Outcome.Refused;
import io.neomt.command.user.UserCommand.MeetUser;
import io.neomt.event.Event;
import io.neomt.event.EventEnvelope;
import io.neomt.event.EventMetadata;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.permission.ConditionLanguage;
import java.time.temporal.ChronoUnit;
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
    private final ConditionLanguage conditions;
    private final Supplier<UUID> eventIds;
    private final List<EventEnvelope> events = new ArrayList<>();
    private Position head;

    /**
     * @param head where the tenant's sequence stands
     * @param eventIds gives UUIDv7
     */
    public Group(TenantId tenant, Position head, Before before, ConditionLanguage conditions, Supplier<UUID> eventIds) {
        this.world = new World(tenant, before);
        this.head = head;
        this.conditions = conditions;
        this.eventIds = eventIds;
    }

    /** All that happened, in order. */
    public List<EventEnvelope> events() {
        return List.copyOf(events);
    }

    public Position head() {
        return head;
    }

    public Changes changes() {
        return world.changes();
    }

    public Outcome decide(CommandEnvelope envelope) {
        return authorize(envelope)
                .or(() -> requireTenant(envelope))
                .or(() -> requireVersion(envelope))
                .<Outcome>map(Refused::new)
                .orElseGet(() -> carryOut(envelope));
    }

    /** Whether the actor may not do this; asked on its own before a stored answer is given again. */
    public Optional<Rejection> authorize(CommandEnvelope envelope) {
        return switch (envelope.actor()) {
            case Actor.Internal _ -> Optional.empty();
            case Actor.User user -> new Standing(world, user, envelope.time()).refuse(envelope.command());
            case Actor.Newcomer newcomer -> refuse(newcomer, envelope.command());
        };
    }

    private Optional<Rejection> refuse(Actor.Newcomer newcomer, Command command) {
        boolean becomesKnown = command instanceof MeetUser meet
                && newcomer.externalId().equals(meet.externalId())
                && newcomer.home().equals(world.tenant());
        return becomesKnown ? Optional.empty() : Optional.of(Authorization.forbiddenTenant());
    }

    private Optional<Rejection> requireTenant(CommandEnvelope envelope) {
        if (!envelope.command().needsActiveTenant() || envelope.actor() instanceof Actor.Internal) {
            return Optional.empty();
        }
        return new Around(world, world.tenant()).closed();
    }

    private Optional<Rejection> requireVersion(CommandEnvelope envelope) {
        Long wanted = envelope.ifMatch();
        long version = world.current(envelope.command().subject()).versionFor(envelope.command());
        if (wanted == null || version == 0 || wanted == version) {
            return Optional.empty();
        }
        return Optional.of(new Rejection(
                CommonRejection.VERSION_MISMATCH,
                "The version is " + version + " now, not " + wanted + "; read it again and decide anew.",
                Map.of("expected", wanted, "version", version)));
    }

    private Outcome carryOut(CommandEnvelope envelope) {
        Draft draft = new Draft(world.draft(), head, envelope.time(), conditions);
        List<Map<String, Object>> results = new ArrayList<>();
        Optional<Rejection> refusal =
                envelope.command() instanceof Bulk bulk ? draft.addAll(bulk, results) : draft.add(envelope.command());
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        // whoever deletes itself has no name afterwards
        String actor = nameOf(envelope);
        world.add(draft.world());
        draft.events().forEach(event -> append(envelope, actor, event));
        return accepted(envelope, !draft.events().isEmpty(), results);
    }

    private Accepted accepted(CommandEnvelope envelope, boolean changed, List<Map<String, Object>> results) {
        Subject subject = envelope.command().subject();
        Versioned now = world.current(subject);
        Map<String, Object> data = envelope.command() instanceof Bulk bulk
                ? Map.of("operations", (long) bulk.parts().size(), "results", List.copyOf(results))
                : Answer.data(now, envelope.command());
        return new Accepted(world.tenant(), subject, head, now.versionFor(envelope.command()), changed, data);
    }

    private void append(CommandEnvelope envelope, String actor, Event event) {
        head = head.next();
        events.add(new EventEnvelope(
                new EventMetadata(
                        eventIds.get(),
                        world.tenant(),
                        head,
                        Subject.of(world.tenant(), event).toString(),
                        // what the database keeps of a time: the hash of the event is made of it
                        envelope.time().truncatedTo(ChronoUnit.MICROS),
                        actor,
                        envelope.correlationId(),
                        envelope.causationId(),
                        envelope.traceparent(),
                        envelope.requestId(),
                        envelope.reason()),
                event));
    }

    private String nameOf(CommandEnvelope envelope) {
        return switch (envelope.actor()) {
            case Actor.Internal system -> "system/" + system.name();
            case Actor.User user -> new Standing(world, user, envelope.time()).name();
            case Actor.Newcomer _ -> "system/first-sight";
        };
    }
}
