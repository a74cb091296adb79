package io.neomt.command.store;

import static io.neomt.view.jooq.admin.eventstore.Tables.CLAIMED_NAME;

import io.neomt.command.kernel.Name;
import io.neomt.command.kernel.Subject;
import io.neomt.command.model.NameChange;
import io.neomt.event.TenantId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** Names that one subject at a time may hold. */
final class NameRows {

    private static final int ROWS_PER_STATEMENT = 1000;

    private final DSLContext dsl;
    private final TenantId tenant;

    NameRows(DSLContext dsl, TenantId tenant) {
        this.dsl = dsl;
        this.tenant = tenant;
    }

    static Optional<Subject> holder(DSLContext dsl, TenantId space, Name name) {
        return dsl.select(CLAIMED_NAME.SUBJECT)
                .from(CLAIMED_NAME)
                .where(CLAIMED_NAME.TENANT_ID.eq(space.value()))
                .and(CLAIMED_NAME.KIND.eq(name.kind().text()))
                .and(CLAIMED_NAME.NAME.eq(name.value()))
                .fetchOptional(CLAIMED_NAME.SUBJECT)
                .map(Subject::parse);
    }

    /**
     * Gives names up, then takes names, since one may pass from one subject to another within a group.
     *
     * @return the names that others turned out to hold; unless it is empty the transaction must not commit
     */
    Set<Name> apply(List<NameChange> changes) {
        List<NameChange> real =
                changes.stream().filter(change -> !change.idle()).toList();
        giveUp(real.stream().filter(change -> change.before().isPresent()).toList());
        Set<Name> taken = new HashSet<>(held(
                real.stream().filter(NameChange::passing).map(NameChange::name).toList()));
        List<NameChange> wanted =
                real.stream().filter(change -> change.after().isPresent()).toList();
        for (int from = 0; from < wanted.size(); from += ROWS_PER_STATEMENT) {
            taken.addAll(take(wanted.subList(from, Math.min(wanted.size(), from + ROWS_PER_STATEMENT))));
        }
        return taken;
    }

    private void giveUp(List<NameChange> changes) {
        if (!changes.isEmpty()) {
            dsl.deleteFrom(CLAIMED_NAME)
                    .where(DSL.or(changes.stream()
                            .map(change -> is(change.name())
                                    .and(CLAIMED_NAME.SUBJECT.eq(
                                            change.before().orElseThrow().toString())))
                            .toList()))
                    .execute();
        }
    }

    private Set<Name> held(Collection<Name> names) {
        Set<Name> held = new HashSet<>();
        if (!names.isEmpty()) {
            dsl.select(CLAIMED_NAME.KIND, CLAIMED_NAME.NAME)
                    .from(CLAIMED_NAME)
                    .where(DSL.or(names.stream().map(this::is).toList()))
                    .forEach(row -> held.add(name(row.value1(), row.value2())));
        }
        return held;
    }

    private Condition is(Name name) {
        return CLAIMED_NAME
                .TENANT_ID
                .eq(name.spaceFor(tenant).value())
                .and(CLAIMED_NAME.KIND.eq(name.kind().text()))
                .and(CLAIMED_NAME.NAME.eq(name.value()));
    }

    private Collection<Name> take(List<NameChange> changes) {
        Map<Name, Subject> wanted = new HashMap<>();
        changes.forEach(change -> wanted.put(change.name(), change.after().orElseThrow()));
        var insert = dsl.insertInto(
                CLAIMED_NAME, CLAIMED_NAME.TENANT_ID, CLAIMED_NAME.KIND, CLAIMED_NAME.NAME, CLAIMED_NAME.SUBJECT);
        for (Map.Entry<Name, Subject> entry : wanted.entrySet()) {
            Name name = entry.getKey();
            insert = insert.values(
                    name.spaceFor(tenant).value(),
                    name.kind().text(),
                    name.value(),
                    entry.getValue().toString());
        }
        insert.onConflictDoNothing()
                .returningResult(CLAIMED_NAME.KIND, CLAIMED_NAME.NAME)
                .forEach(row -> wanted.remove(name(row.value1(), row.value2())));
        return wanted.keySet();
    }

    private static Name name(String kind, String value) {
        return new Name(Name.Kind.ofText(kind), value);
    }
}
