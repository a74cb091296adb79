package io.neomt.command.store;

import static io.neomt.view.jooq.admin.eventstore.Tables.REFERENCE;

import io.neomt.command.kernel.Reference;
import io.neomt.command.kernel.Subject;
import io.neomt.command.model.ReferenceChange;
import io.neomt.event.TenantId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;

/** Which subjects refer to which. */
final class ReferenceRows {

    private ReferenceRows() {}

    /** The subjects that refer to another in this way, in a fixed order. */
    static Set<Subject> sources(DSLContext dsl, TenantId tenant, Reference reference) {
        Set<Subject> sources = new LinkedHashSet<>();
        dsl.select(REFERENCE.SOURCE)
                .from(REFERENCE)
                .where(REFERENCE.TENANT_ID.eq(tenant.value()))
                .and(REFERENCE.TARGET.eq(reference.target().toString()))
                .and(REFERENCE.KIND.eq(reference.kind().text()))
                .orderBy(REFERENCE.SOURCE)
                .forEach(row -> sources.add(Subject.parse(row.value1())));
        return sources;
    }

    static void apply(DSLContext dsl, TenantId tenant, List<ReferenceChange> changes) {
        List<ReferenceChange> made =
                changes.stream().filter(ReferenceChange::present).toList();
        List<ReferenceChange> gone =
                changes.stream().filter(change -> !change.present()).toList();
        if (!made.isEmpty()) {
            execute(
                    dsl.batch(dsl.insertInto(
                                    REFERENCE, REFERENCE.TENANT_ID, REFERENCE.TARGET, REFERENCE.KIND, REFERENCE.SOURCE)
                            .values(tenant.value(), "", "", "")
                            .onConflictDoNothing()),
                    tenant,
                    made);
        }
        if (!gone.isEmpty()) {
            execute(
                    dsl.batch(dsl.deleteFrom(REFERENCE)
                            .where(REFERENCE.TENANT_ID.eq(tenant.value()))
                            .and(REFERENCE.TARGET.eq(""))
                            .and(REFERENCE.KIND.eq(""))
                            .and(REFERENCE.SOURCE.eq(""))),
                    tenant,
                    gone);
        }
    }

    private static void execute(BatchBindStep statement, TenantId tenant, List<ReferenceChange> changes) {
        BatchBindStep batch = statement;
        for (ReferenceChange change : changes) {
            batch = batch.bind(
                    tenant.value(),
                    change.reference().target().toString(),
                    change.reference().kind().text(),
                    change.source().toString());
        }
        batch.execute();
    }
}
