package io.neomt.command.store;

import static io.neomt.view.jooq.admin.eventstore.Tables.AGGREGATE;

import io.neomt.command.kernel.Subject;
import io.neomt.command.model.Versioned;
import io.neomt.event.TenantId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;

/** The fold of each subject's events. */
final class AggregateRows {

    private static final int AT_ONCE = 1_000;

    private AggregateRows() {}

    /** Each subject's aggregate; absent where there is none. */
    static Map<Subject, Versioned> load(DSLContext dsl, TenantId tenant, Collection<Subject> subjects) {
        Map<Subject, Versioned> found = new HashMap<>();
        subjects.forEach(subject -> found.put(subject, Versioned.absent(subject.kind())));
        List<String> wanted = subjects.stream().map(Subject::toString).toList();
        for (int from = 0; from < wanted.size(); from += AT_ONCE) {
            load(dsl, tenant, wanted.subList(from, Math.min(wanted.size(), from + AT_ONCE)), found);
        }
        return found;
    }

    private static void load(DSLContext dsl, TenantId tenant, List<String> wanted, Map<Subject, Versioned> found) {
        dsl.select(AGGREGATE.SUBJECT, AGGREGATE.VERSION, AGGREGATE.STATE)
                .from(AGGREGATE)
                .where(AGGREGATE.TENANT_ID.eq(tenant.value()))
                // the same statement however many there are
                .and(AGGREGATE.SUBJECT.eq(DSL.any(wanted.toArray(String[]::new))))
                .forEach(row -> {
                    Subject subject = Subject.parse(row.value1());
                    found.put(
                            subject,
                            new Versioned(
                                    row.value2(),
                                    StateJson.read(subject, row.value3().data())));
                });
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
