package io.neomt.projection.store;

import io.neomt.event.EventMetadata;
import io.neomt.projection.audit.AuditRow;
import java.util.List;
import org.jooq.DSLContext;

/** Statements on the audit log. */
final class AuditRows {

    private static final String COLUMNS =
            "position, event_id, type, subject, actor, reason, request_id, correlation_id,"
                    + " causation_id, time, hash, details";
    private static final String INSERT = """
            INSERT INTO audit_log (%s)
            SELECT x.position, x.event_id, x.type, x.subject, x.actor, x.reason, x.request_id, x.correlation_id,
              x.causation_id, x.time::timestamptz, x.hash, x.details::jsonb
            FROM $rows AS x (%s)
            """.formatted(COLUMNS, COLUMNS);

    /** From so many on, what is spared for each row is more than the round trips that copying takes. */
    private static final int MANY = 16;

    private AuditRows() {}

    /** Into the log, which has none of them yet. */
    static void append(DSLContext dsl, List<AuditRow> rows) {
        if (rows.size() < MANY) {
            insert(dsl, rows);
        } else {
            copy(dsl, "audit_log", rows);
        }
    }

    /** @param table as the log, with none of them yet */
    static void copy(DSLContext dsl, String table, List<AuditRow> rows) {
        CopyText text = new CopyText();
        for (AuditRow row : rows) {
            EventMetadata event = row.metadata();
            text.value(event.position().toString())
                    .value(event.id().toString())
                    .value(row.type())
                    .value(Storable.text(event.subject()))
                    .value(Storable.text(event.actor()))
                    .value(Storable.text(event.reason()))
                    .value(Storable.text(event.requestId()))
                    .value(Storable.text(event.correlationId()))
                    .value(Storable.text(event.causationId()))
                    .value(event.time())
                    .value(row.hash().hex())
                    .value(Storable.json(row.details()))
                    .endRow();
        }
        text.into(dsl, table + " (" + COLUMNS + ")");
    }

    private static void insert(DSLContext dsl, List<AuditRow> rows) {
        new Columns<>(rows)
                .number(row -> row.metadata().position().value())
                .uuid(row -> row.metadata().id())
                .text(AuditRow::type)
                .text(row -> row.metadata().subject())
                .text(row -> row.metadata().actor())
                .text(row -> row.metadata().reason())
                .text(row -> row.metadata().requestId())
                .text(row -> row.metadata().correlationId())
                .text(row -> row.metadata().causationId())
                .time(row -> row.metadata().time())
                .text(row -> row.hash().hex())
                .text(row -> Storable.json(row.details()))
                .in(INSERT)
                .forEach(statement -> dsl.query(statement).execute());
    }
}
