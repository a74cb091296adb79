package io.neomt.query.store;

import static io.neomt.view.jooq.tenant.Tables.AUDIT_LOG;
import static io.neomt.view.jooq.tenant.Tables.PROJECTION_POSITION;

import io.neomt.event.EventHash;
import io.neomt.event.EventMetadata;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.query.At;
import io.neomt.query.audit.AuditEntry;
import io.neomt.query.audit.AuditFilter;
import io.neomt.query.audit.AuditLog;
import io.neomt.view.jooq.tenant.tables.records.AuditLogRecord;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** The audit log in the schema of the tenant. */
public final class SqlAuditLog implements AuditLog {

    /** The projection that fills the log, as it names itself there. */
    private static final String PROJECTION = "audit";

    private final TenantSnapshots snapshots;

    public SqlAuditLog(TenantSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public At<List<AuditEntry>> search(TenantId tenant, AuditFilter filter) {
        return snapshots
                .read(tenant, dsl -> new At<>(position(dsl), entries(dsl, tenant, filter)))
                .value();
    }

    private static Position position(DSLContext dsl) {
        return dsl.select(PROJECTION_POSITION.POSITION)
                .from(PROJECTION_POSITION)
                .where(PROJECTION_POSITION.PROJECTION.eq(PROJECTION))
                .fetchOptional(PROJECTION_POSITION.POSITION)
                .map(Position::new)
                .orElse(Position.NONE);
    }

    private static List<AuditEntry> entries(DSLContext dsl, TenantId tenant, AuditFilter filter) {
        return dsl.selectFrom(AUDIT_LOG)
                .where(matching(filter))
                .orderBy(AUDIT_LOG.POSITION.desc())
                .limit(filter.most())
                .fetch(row -> entry(tenant, row));
    }

    private static Condition matching(AuditFilter filter) {
        return DSL.and(
                equal(AUDIT_LOG.ACTOR, filter.actor()),
                equal(AUDIT_LOG.SUBJECT, filter.subject()),
                equal(AUDIT_LOG.TYPE, filter.type()),
                filter.from() == null ? DSL.noCondition() : AUDIT_LOG.TIME.ge(filter.from()),
                filter.to() == null ? DSL.noCondition() : AUDIT_LOG.TIME.lt(filter.to()),
                filter.before() == null
                        ? DSL.noCondition()
                        : AUDIT_LOG.POSITION.lt(filter.before().value()));
    }

    private static Condition equal(Field<String> column, @Nullable String text) {
        return Pages.equal(column, text);
    }

    private static AuditEntry entry(TenantId tenant, AuditLogRecord row) {
        return new AuditEntry(
                new EventMetadata(
                        row.getEventId(),
                        tenant,
                        new Position(row.getPosition()),
                        row.getSubject(),
                        row.getTime(),
                        row.getActor(),
                        row.getCorrelationId(),
                        row.getCausationId(),
                        null,
                        row.getRequestId(),
                        row.getReason()),
                row.getType(),
                new EventHash(row.getHash()),
                row.getDetails().data());
    }
}
