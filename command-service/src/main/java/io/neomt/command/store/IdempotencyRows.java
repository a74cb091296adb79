package io.neomt.command.store;

import static io.neomt.view.jooq.admin.eventstore.Tables.IDEMPOTENCY_RECORD;

import io.neomt.command.kernel.CommandEnvelope;
import io.neomt.command.kernel.IdempotencyKey;
import io.neomt.command.model.Outcome.Accepted;
import io.neomt.event.TenantId;
import io.neomt.view.jooq.admin.eventstore.tables.records.IdempotencyRecordRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;

/** What was answered to requests that may come again. Refusals are not kept: a retry is decided anew. */
final class IdempotencyRows {

    private IdempotencyRows() {}

    /** Names a record. */
    record Key(TenantId space, String actor, String key) {

        static Optional<Key> of(CommandEnvelope envelope) {
            return Optional.ofNullable(envelope.idempotencyKey())
                    .map(IdempotencyKey::key)
                    .map(key -> new Key(
                            envelope.idempotencyTenant(), envelope.actor().key(), key));
        }
    }

    static Map<Key, StoredAnswer> find(DSLContext dsl, Collection<CommandEnvelope> envelopes) {
        Map<Key, StoredAnswer> found = new HashMap<>();
        List<Condition> wanted = envelopes.stream()
                .map(Key::of)
                .flatMap(Optional::stream)
                .map(IdempotencyRows::is)
                .toList();
        if (!wanted.isEmpty()) {
            dsl.selectFrom(IDEMPOTENCY_RECORD)
                    .where(DSL.or(wanted))
                    .forEach(row -> found.put(
                            new Key(new TenantId(row.getTenantId()), row.getActor(), row.getKey()),
                            new StoredAnswer(
                                    HexFormat.of().formatHex(row.getRequestHash()),
                                    OutcomeJson.read(row.getResponse().data()))));
        }
        return found;
    }

    private static Condition is(Key key) {
        return IDEMPOTENCY_RECORD
                .TENANT_ID
                .eq(key.space().value())
                .and(IDEMPOTENCY_RECORD.ACTOR.eq(key.actor()))
                .and(IDEMPOTENCY_RECORD.KEY.eq(key.key()));
    }

    /** @throws org.jooq.exception.DataAccessException when another tenant's group has just stored the same key */
    static void insert(DSLContext dsl, Map<CommandEnvelope, Accepted> answers) {
        Batches.insert(
                dsl,
                IDEMPOTENCY_RECORD,
                answers.entrySet().stream()
                        .map(entry -> row(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static IdempotencyRecordRecord row(CommandEnvelope envelope, Accepted answer) {
        IdempotencyKey key = Objects.requireNonNull(envelope.idempotencyKey());
        return new IdempotencyRecordRecord(
                envelope.idempotencyTenant().value(),
                envelope.actor().key(),
                key.key(),
                HexFormat.of().parseHex(key.requestHash()),
                JSONB.jsonb(OutcomeJson.write(answer)),
                envelope.time());
    }
}
