package io.neomt.projection.store;

import static io.neomt.view.jooq.admin.eventstore.Tables.EVENT;
import static io.neomt.view.jooq.admin.eventstore.Tables.TENANT_HEAD;

import io.neomt.commons.connections.AdminDatabase;
import io.neomt.event.EventEnvelope;
import io.neomt.event.EventHash;
import io.neomt.event.EventMetadata;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.event.codec.Decoded;
import io.neomt.event.codec.EventCodec;
import io.neomt.event.codec.UndecodableEventException;
import io.neomt.projection.kernel.EventLog;
import io.neomt.projection.kernel.UnreadableEventException;
import io.neomt.view.jooq.admin.eventstore.tables.records.EventRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The events as the command service stored them. */
public final class StoredEvents implements EventLog {

    private static final String OLDEST = """
            SELECT min(e.time) FROM eventstore.event e
            JOIN unnest({0}, {1}) AS x (tenant_id, position)
              ON e.tenant_id = x.tenant_id AND e.position = x.position
            """;

    private final AdminDatabase database;
    private final EventCodec codec;

    public StoredEvents(AdminDatabase database, EventCodec codec) {
        this.database = database;
        this.codec = codec;
    }

    @Override
    public Position head(TenantId tenant) {
        return database.read(dsl -> dsl.select(TENANT_HEAD.POSITION)
                .from(TENANT_HEAD)
                .where(TENANT_HEAD.TENANT_ID.eq(tenant.value()))
                .fetchOptional(TENANT_HEAD.POSITION)
                .map(Position::new)
                .orElse(Position.NONE));
    }

    /** When the first of these events happened; empty when none of them is there. */
    public Optional<Instant> oldest(Map<TenantId, Position> events) {
        List<TenantId> tenants = List.copyOf(events.keySet());
        Columns<TenantId> places =
                new Columns<>(tenants).uuid(TenantId::value).number(tenant -> positionOf(events, tenant));
        return database.read(dsl -> Optional.ofNullable(
                dsl.resultQuery(OLDEST, places.arrays()).coerce(EVENT.TIME).fetchAny(EVENT.TIME)));
    }

    private static long positionOf(Map<TenantId, Position> events, TenantId tenant) {
        return events.getOrDefault(tenant, Position.NONE).value();
    }

    @Override
    public List<EventEnvelope> read(TenantId tenant, Position after, Position upTo) {
        List<EventRecord> rows = database.read(dsl -> dsl.selectFrom(EVENT)
                .where(EVENT.TENANT_ID.eq(tenant.value()))
                .and(EVENT.POSITION.gt(after.value()))
                .and(EVENT.POSITION.le(upTo.value()))
                .orderBy(EVENT.POSITION)
                .fetch());
        return rows.stream().map(row -> envelope(tenant, row)).toList();
    }

    private EventEnvelope envelope(TenantId tenant, EventRecord row) {
        Position position = new Position(row.getPosition());
        return switch (decode(tenant, position, row)) {
            case Decoded.Known known -> new EventEnvelope(metadata(tenant, position, row), known.event(), hash(row));
            case Decoded.Unknown unknown ->
                throw new UnreadableEventException(
                        tenant, position, "this release does not know the type " + unknown.wireType(), null);
        };
    }

    private Decoded decode(TenantId tenant, Position position, EventRecord row) {
        try {
            return codec.decode(row.getType(), row.getSchemaFingerprint(), row.getPayload());
        } catch (UndecodableEventException e) {
            throw new UnreadableEventException(tenant, position, "its payload cannot be decoded", e);
        }
    }

    private static @Nullable EventHash hash(EventRecord row) {
        byte @Nullable [] hash = row.getHash();
        return hash == null ? null : EventHash.of(hash);
    }

    private static EventMetadata metadata(TenantId tenant, Position position, EventRecord row) {
        return new EventMetadata(
                row.getId(),
                tenant,
                position,
                row.getSubject(),
                row.getTime(),
                row.getActor(),
                row.getCorrelationId(),
                row.getCausationId(),
                row.getTraceparent(),
                row.getRequestId(),
                row.getReason());
    }
}
