package io.neomt.command.model;

import io.neomt.command.kernel.Name;
import io.neomt.command.kernel.Ordered;
import io.neomt.command.kernel.Reference;
import io.neomt.command.kernel.Subject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What commands have done so far to what was before them. */
public final class Changes {

    private final Map<Subject, Versioned> aggregates = new LinkedHashMap<>();
    private final Map<Name, NameChange> names = new LinkedHashMap<>();
    private final Map<Link, ReferenceChange> references = new LinkedHashMap<>();
    private final Map<Subject, Optional<Instant>> dues = new LinkedHashMap<>();

    private record Link(Subject source, Reference reference) {}

    /** The aggregates that changed, as they are now. */
    public Map<Subject, Versioned> aggregates() {
        return Ordered.map(aggregates);
    }

    /** Every name that was taken or given up. */
    public List<NameChange> names() {
        return List.copyOf(names.values());
    }

    /** Every reference that was made or given up. */
    public List<ReferenceChange> references() {
        return List.copyOf(references.values());
    }

    /** When the first of what a subject holds is over, where that is another time than before. */
    public Map<Subject, Optional<Instant>> dues() {
        return Ordered.map(dues);
    }

    @Nullable
    Versioned aggregate(Subject subject) {
        return aggregates.get(subject);
    }

    @Nullable
    NameChange name(Name name) {
        return names.get(name);
    }

    /** Adds and takes away what became of the references of this kind to this subject. */
    void apply(Reference reference, Set<Subject> sources) {
        references.values().stream()
                .filter(change -> change.reference().equals(reference))
                .forEach(change -> {
                    if (change.present()) {
                        sources.add(change.source());
                    } else {
                        sources.remove(change.source());
                    }
                });
    }

    void record(Subject subject, Versioned from, Versioned to) {
        Aggregate before = from.aggregate();
        Aggregate after = to.aggregate();
        aggregates.put(subject, to);
        Ordered.minus(before.names(), after.names())
                .forEach(name -> record(new NameChange(name, Optional.of(subject), Optional.empty())));
        Ordered.minus(after.names(), before.names())
                .forEach(name -> record(new NameChange(name, Optional.empty(), Optional.of(subject))));
        Ordered.minus(before.references(), after.references())
                .forEach(reference -> record(new ReferenceChange(subject, reference, false)));
        Ordered.minus(after.references(), before.references())
                .forEach(reference -> record(new ReferenceChange(subject, reference, true)));
        if (!before.due().equals(after.due())) {
            dues.put(subject, after.due());
        }
    }

    private void record(NameChange change) {
        NameChange first = names.get(change.name());
        names.put(
                change.name(),
                new NameChange(change.name(), first == null ? change.before() : first.before(), change.after()));
    }

    private void record(ReferenceChange change) {
        references.put(new Link(change.source(), change.reference()), change);
    }

    /** Takes over what was done on top of this. */
    void add(Changes later) {
        aggregates.putAll(later.aggregates);
        later.names.values().forEach(this::record);
        references.putAll(later.references);
        dues.putAll(later.dues);
    }
}
