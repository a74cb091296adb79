package io.neomt.query.store;

import static io.neomt.view.jooq.admin.eventstore.Tables.EVENT;
import static io.neomt.view.jooq.admin.eventstore.Tables.INTERVENTION;
import static io.neomt.view.jooq.admin.eventstore.Tables.TENANT_HEAD;

import io.neomt.commons.connections.AdminDatabase;
import io.neomt.event.Event;
import io.neomt.event.EventHash;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.event.chain.ExportedRow;
import io.neomt.event.chain.RecordedEvent;
import io.neomt.event.codec.Decoded;
import io.neomt.event.codec.EventCodec;
import io.neomt.event.codec.ReadableEvent;
import io.neomt.event.codec.UndecodableEventException;
import io.neomt.query.UnavailableException;
import io.neomt.query.audit.History;
import io.neomt.query.audit.SealedLog;
import io.neomt.view.jooq.admin.eventstore.tables.records.EventRecord;
import io.neomt.view.jooq.admin.eventstore.tables.records.InterventionRecord;
import io.neomt.view.jooq.admin.eventstore.tables.records.TenantHeadRecord;
import io.neomt.view.store.StoredRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The event store in the admin database, read in portions, each in a transaction of its own: events never change. */
public final class SqlHistory implements History, SealedLog {

    private static final int AT_ONCE = 1_000;

    private final AdminDatabase database;
    private final EventCodec codec;
    private final ReadableEvent readable;

    public SqlHistory(AdminDatabase database, EventCodec codec, ReadableEvent readable) {
        this.database = database;
        this.codec = codec;
        this.readable = readable;
    }

    @Override
    public Seal seal(TenantId tenant) {
        return Guard.read(() -> database.read(dsl -> dsl.selectFrom(TENANT_HEAD)
                .where(TENANT_HEAD.TENANT_ID.eq(tenant.value()))
                .fetchOptional(SqlHistory::seal)
                .orElse(new Seal(Position.NONE, EventHash.NONE))));
    }

    private static Seal seal(TenantHeadRecord head) {
        byte @Nullable [] hash = head.getHash();
        if (head.getChained() < head.getPosition()) {
            throw unchained(head.getChained() + 1);
        }
        return new Seal(new Position(head.getPosition()), hash == null ? EventHash.NONE : EventHash.of(hash));
    }

    private static UnavailableException unchained(long position) {
        return new UnavailableException(
                UnavailableException.Reason.DEPENDENCY_UNAVAILABLE,
                "the event at position " + position + " is of before there was a chain, and is about to get its hash",
                null);
    }

    @Override
    public Position at(TenantId tenant, Instant time) {
        return Guard.read(() -> database.read(dsl -> dsl.select(EVENT.POSITION)
                .from(EVENT)
                .where(EVENT.TENANT_ID.eq(tenant.value()))
                .and(EVENT.TIME.le(time))
                .orderBy(EVENT.POSITION.desc())
                .limit(1)
                .fetchOptional(row -> new Position(row.value1()))
                .orElse(Position.NONE)));
    }

    @Override
    public void events(TenantId tenant, Position upTo, Consumer<Event> each) {
        Map<Long, InterventionRecord> interventions = interventions(tenant);
        portions(tenant, upTo, row -> {
            InterventionRecord instead = interventions.get(row.getPosition());
            if (instead == null) {
                each.accept(event(row.getPosition(), row.getType(), row.getSchemaFingerprint(), row.getPayload()));
            } else if (instead.getType() != null) {
                each.accept(event(
                        row.getPosition(), instead.getType(), instead.getSchemaFingerprint(), instead.getPayload()));
            }
        });
    }

    /** What counts instead of what was recorded, or that nothing does, as operators have decided. */
    private Map<Long, InterventionRecord> interventions(TenantId tenant) {
        return Guard.read(() -> database.read(dsl -> dsl.selectFrom(INTERVENTION)
                .where(INTERVENTION.TENANT_ID.eq(tenant.value()))
                .fetchMap(INTERVENTION.POSITION)));
    }

    private Event event(long position, String type, long fingerprint, byte[] payload) {
        try {
            return switch (codec.decode(type, fingerprint, payload)) {
                case Decoded.Known known -> known.event();
                case Decoded.Unknown _ -> throw unreadable(position, null);
            };
        } catch (UndecodableEventException e) {
            throw unreadable(position, e);
        }
    }

    private static UnavailableException unreadable(long position, @Nullable Throwable cause) {
        return new UnavailableException(
                UnavailableException.Reason.DEPENDENCY_UNAVAILABLE,
                "the event at position " + position + " cannot be read by this release",
                cause);
    }

    @Override
    public void rows(TenantId tenant, Position upTo, Consumer<ExportedRow> each) {
        portions(tenant, upTo, row -> each.accept(exported(row)));
    }

    private ExportedRow exported(EventRecord row) {
        @Nullable EventHash hash = StoredRow.hash(row);
        if (hash == null) {
            throw unchained(row.getPosition());
        }
        RecordedEvent event = StoredRow.event(row);
        return new ExportedRow(
                event,
                hash,
                readable.json(event.type(), event.schemaFingerprint(), event.payload())
                        .orElse(null));
    }

    private void portions(TenantId tenant, Position upTo, Consumer<EventRecord> each) {
        long last = 0;
        while (last < upTo.value()) {
            List<EventRecord> portion = portion(tenant, last, upTo);
            if (portion.isEmpty()) {
                return;
            }
            portion.forEach(each);
            last = portion.getLast().getPosition();
        }
    }

    private List<EventRecord> portion(TenantId tenant, long after, Position upTo) {
        return Guard.read(() -> database.read(dsl -> dsl.selectFrom(EVENT)
                .where(EVENT.TENANT_ID.eq(tenant.value()))
                .and(EVENT.POSITION.gt(after))
                .and(EVENT.POSITION.le(upTo.value()))
                .orderBy(EVENT.POSITION)
                .limit(AT_ONCE)
                .fetch()));
    }
}
