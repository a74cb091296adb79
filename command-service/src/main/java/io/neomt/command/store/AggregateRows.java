package io.neomt.command.store;

import static io.neomt.view.jooq.admin.eventstore.Tables.AGGREGATE;

import io.neomt.command.kernel.Subject;
import io.neomt.command.model.Versioned;
import io.neomt.event.TenantId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;

/** The fold of each subject's events. */
final class AggregateRows {

    private AggregateRows() {}

    /** Each subject's aggregate; absent where there is none. */
    static Map<Subject, Versioned> load(DSLContext dsl, TenantId tenant, Collection<Subject> subjects) {
        Map<Subject, Versioned> found = new HashMap<>();
        subjects.forEach(subject -> found.put(subject, Versioned.absent(subject.kind())));
        if (subjects.isEmpty()) {
            return found;
        }
        dsl.select(AGGREGATE.SUBJECT, AGGREGATE.VERSION, AGGREGATE.STATE)
                .from(AGGREGATE)
                .where(AGGREGATE.TENANT_ID.eq(tenant.value()))
                .and(AGGREGATE.SUBJECT.in(
                        subjects.stream().map(Subject::toString).toList()))
                .forEach(row -> {
                    Subject subject = Subject.parse(row.value1());
                    found.put(
                            subject,
                            new Versioned(
                                    row.value2(),
                                    StateJson.read(subject, row.value3().data())));
                });
        return found;
    }

    static void save(DSLContext dsl, TenantId tenant, Map<Subject, Versioned> changed) {
        BatchBindStep batch = dsl.batch(
                dsl.insertInto(AGGREGATE, AGGREGATE.TENANT_ID, AGGREGATE.SUBJECT, AGGREGATE.VERSION, AGGREGATE.STATE)
                        .values(tenant.value(), "", 0L, JSONB.jsonb("{}"))
                        .onConflict(AGGREGATE.TENANT_ID, AGGREGATE.SUBJECT)
                        .doUpdate()
                        .set(AGGREGATE.VERSION, DSL.excluded(AGGREGATE.VERSION))
                        .set(AGGREGATE.STATE, DSL.excluded(AGGREGATE.STATE)));
        for (Map.Entry<Subject, Versioned> entry : changed.entrySet()) {
            Versioned now = entry.getValue();
            batch = batch.bind(
                    tenant.value(),
                    entry.getKey().toString(),
                    now.version(),
                    JSONB.jsonb(StateJson.write(now.aggregate())));
        }
        batch.execute();
    }
}
