package io.neomt.command.model;

import io.neomt.command.kernel.Command;
import io.neomt.command.kernel.Decision;
import io.neomt.command.kernel.Giving;
import io.neomt.command.kernel.Ordered;
import io.neomt.command.kernel.Rejection;
import io.neomt.command.kernel.Subject;
import io.neomt.event.Event;
import io.neomt.event.Position;
import io.neomt.permission.ConditionLanguage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one command leads to, on top of a world that does not know of it yet. */
final class Draft {

    private static final int MOST_ERRORS = 100;

    private final World world;
    private final Position head;
    private final Instant now;
    private final ConditionLanguage conditions;
    private final List<Event> events = new ArrayList<>();

    /** @param head where the sequence stands before the command */
    Draft(World world, Position head, Instant now, ConditionLanguage conditions) {
        this.world = world;
        this.head = head;
        this.now = now;
        this.conditions = conditions;
    }

    World world() {
        return world;
    }

    /** All that happens, in order. */
    List<Event> events() {
        return List.copyOf(events);
    }

    /** Does what the command asks for, or refuses it and leaves everything as it is. */
    Optional<Rejection> add(Command command) {
        Giving giving = new Giving(now, conditions, new Around(world, world.tenant()).codes());
        return switch (Deciding.decide(command, world, giving)) {
            case Decision.Rejected rejected -> Optional.of(rejected.rejection());
            case Decision.Accepted accepted -> happen(accepted.events());
        };
    }

    /** Does all parts, or refuses all and says what is wrong with each; the draft is of no use then. */
    Optional<Rejection> addAll(Bulk bulk, List<Map<String, Object>> results) {
        Optional<Rejection> contradiction = Contradictions.refuse(bulk.parts());
        if (contradiction.isPresent()) {
            return contradiction;
        }
        List<Map<String, Object>> errors = new ArrayList<>();
        for (int i = 0; i < bulk.parts().size() && errors.size() < MOST_ERRORS; i++) {
            int index = i;
            Command part = bulk.parts().get(i);
            int before = events.size();
            add(part)
                    .ifPresentOrElse(
                            refusal -> errors.add(error(index, refusal)),
                            () -> results.add(result(index, part, events.size() > before)));
        }
        return errors.isEmpty()
                ? Optional.empty()
                : Optional.of(new Rejection(
                        BulkRejection.BULK_REFUSED,
                        "Nothing was done, since not all operations can be; the details say which and why.",
                        Map.of("errors", List.copyOf(errors))));
    }

    private static Map<String, Object> error(int index, Rejection refusal) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("index", index);
        error.put("code", refusal.code().name());
        error.put("message", refusal.message());
        error.put("details", refusal.details());
        return Ordered.map(error);
    }

    private Map<String, Object> result(int index, Command part, boolean changed) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("index", (long) index);
        result.put("changed", changed);
        Object id = Answer.data(world.current(part.subject()), part).get("id");
        if (id != null) {
            result.put("id", id);
        }
        return Ordered.map(result);
    }

    private Optional<Rejection> happen(List<Event> happened) {
        Map<Subject, Versioned> after = new LinkedHashMap<>();
        long position = head.value() + events.size();
        for (Event event : happened) {
            position++;
            evolve(event, position, after);
        }
        World next = world.draft();
        for (Map.Entry<Subject, Versioned> entry : after.entrySet()) {
            Optional<Rejection> taken = next.change(entry.getKey(), world.current(entry.getKey()), entry.getValue());
            if (taken.isPresent()) {
                return taken;
            }
        }
        world.add(next);
        events.addAll(happened);
        return Optional.empty();
    }

    /** Its position is the version of the subject that the event is about, and of no other. */
    private void evolve(Event event, long position, Map<Subject, Versioned> after) {
        List<Subject> concerned = Folding.concerned(world.tenant(), event);
        for (Subject subject : concerned) {
            Versioned now = after.getOrDefault(subject, world.current(subject));
            long version = subject.equals(concerned.getFirst()) ? position : now.version();
            after.put(subject, new Versioned(version, Folding.evolve(now.aggregate(), event, position)));
        }
    }
}
