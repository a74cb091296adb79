package io.neomt.command.store;

import static io.neomt.view.jooq.admin.eventstore.Tables.DUE;

import io.neomt.command.kernel.Subject;
import io.neomt.event.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** When the first of what each subject holds is over. */
final class DueRows {

    private DueRows() {}

    static void apply(DSLContext dsl, TenantId tenant, Map<Subject, Optional<Instant>> dues) {
        List<String> never = new ArrayList<>();
        Map<Subject, Instant> some = new LinkedHashMap<>();
        dues.forEach((subject, due) ->
                due.ifPresentOrElse(at -> some.put(subject, at), () -> never.add(subject.toString())));
        if (!never.isEmpty()) {
            dsl.deleteFrom(DUE)
                    .where(DUE.TENANT_ID.eq(tenant.value()))
                    .and(DUE.SUBJECT.in(never))
                    .execute();
        }
        if (!some.isEmpty()) {
            put(dsl, tenant, some);
        }
    }

    private static void put(DSLContext dsl, TenantId tenant, Map<Subject, Instant> dues) {
        BatchBindStep batch = dsl.batch(dsl.insertInto(DUE, DUE.TENANT_ID, DUE.SUBJECT, DUE.DUE_AT)
                .values(tenant.value(), "", Instant.EPOCH)
                .onConflict(DUE.TENANT_ID, DUE.SUBJECT)
                .doUpdate()
                .set(DUE.DUE_AT, DSL.excluded(DUE.DUE_AT)));
        for (Map.Entry<Subject, Instant> due : dues.entrySet()) {
            batch = batch.bind(tenant.value(), due.getKey().toString(), due.getValue());
        }
        batch.execute();
    }
}
