package io.neomt.projection.store;

import io.neomt.projection.audit.AuditRow;
import java.util.List;
import org.jooq.DSLContext;

/** Statements on the audit log. */
final class AuditRows {

    private static final String INSERT = """
            INSERT INTO audit_log (position, event_id, type, subject, actor, reason, request_id, correlation_id, causation_id,
              time, hash, details)
            SELECT x.position, x.event_id, x.type, x.subject, x.actor, x.reason, x.request_id, x.correlation_id,
              x.causation_id, x.time::timestamptz, x.hash, x.details::jsonb
            FROM $rows AS x (position, event_id, type, subject, actor, reason, request_id, correlation_id, causation_id,
              time, hash, details)
            """;

    private AuditRows() {}

    static void insert(DSLContext dsl, List<AuditRow> rows) {
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
