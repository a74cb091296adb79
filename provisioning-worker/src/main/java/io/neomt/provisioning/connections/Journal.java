package io.neomt.provisioning.connections;

import static io.neomt.view.jooq.admin.admin.Tables.REGISTRY_CHANGES;

import io.neomt.commons.connections.AdminDatabase;
import io.neomt.provisioning.registry.Asked;
import io.neomt.provisioning.registry.Refusal;
import io.neomt.provisioning.registry.RefusedException;
import io.neomt.view.RegistryNotice;
import io.neomt.view.jooq.admin.admin.tables.records.RegistryChangesRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Which changes of the registry were made, by whom, and what was answered. Each is written down with the change itself. */
public final class Journal {

    private static final int LONGEST = 255;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final AdminDatabase database;
    private final Supplier<UUID> ids;
    private final InstantSource clock;

    /** @param ids gives UUIDv7 */
    public Journal(AdminDatabase database, Supplier<UUID> ids, InstantSource clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param details what was asked for, as JSON */
    public record Entry(
            UUID id,
            Instant changedAt,
            String actor,
            String action,
            String subject,
            String requestId,
            Map<String, Object> details) {}

    /** @param total of all pages */
    public record Page(List<Entry> entries, long total) {}

    /**
     * What was answered when the request came before, as JSON; empty where it did not.
     *
     * @throws RefusedException IDEMPOTENCY_KEY_REUSED when another request had the key
     */
    public Optional<String> answered(Asked asked) {
        Asked.Once once = asked.once();
        if (once == null) {
            return Optional.empty();
        }
        return database.read(dsl -> dsl.selectFrom(REGISTRY_CHANGES)
                        .where(REGISTRY_CHANGES.ACTOR.eq(cut(asked.actor())))
                        .and(REGISTRY_CHANGES.IDEMPOTENCY_KEY.eq(once.key()))
                        .fetchOptional())
                .map(row -> answer(row, once));
    }

    private static String answer(RegistryChangesRecord row, Asked.Once once) {
        if (!HexFormat.of().formatHex(row.getRequestHash()).equals(once.digest())) {
            throw new RefusedException(
                    Refusal.IDEMPOTENCY_KEY_REUSED,
                    "the idempotency key was used before for a different request",
                    Map.of("idempotency_key", once.key()));
        }
        return row.getAnswer().data();
    }

    /**
     * In the transaction of the change.
     *
     * @param answer as JSON; null where nobody waits for one
     * @throws RepeatedException when the same request was answered meanwhile
     */
    void write(DSLContext dsl, Asked asked, @Nullable String answer) {
        Asked.Once once = asked.once();
        try {
            dsl.insertInto(REGISTRY_CHANGES)
                    .set(REGISTRY_CHANGES.ID, ids.get())
                    .set(REGISTRY_CHANGES.CHANGED_AT, clock.instant().truncatedTo(ChronoUnit.MICROS))
                    .set(REGISTRY_CHANGES.ACTOR, cut(asked.actor()))
                    .set(REGISTRY_CHANGES.ACTION, asked.action())
                    .set(REGISTRY_CHANGES.SUBJECT, cut(asked.subject()))
                    .set(REGISTRY_CHANGES.REQUEST_ID, cut(asked.requestId()))
                    .set(REGISTRY_CHANGES.DETAILS, JSONB.valueOf(JSON.writeValueAsString(asked.details())))
                    .set(REGISTRY_CHANGES.IDEMPOTENCY_KEY, once == null ? null : once.key())
                    .set(
                            REGISTRY_CHANGES.REQUEST_HASH,
                            once == null ? null : HexFormat.of().parseHex(once.digest()))
                    .set(REGISTRY_CHANGES.ANSWER, answer == null ? null : JSONB.valueOf(answer))
                    .execute();
            dsl.execute("SELECT pg_notify({0}, {1})", DSL.val(RegistryNotice.CHANNEL), DSL.val(cut(asked.subject())));
        } catch (IntegrityConstraintViolationException e) {
            throw new RepeatedException();
        }
    }

    /**
     * The newest first.
     *
     * @param subject null for all
     */
    public Page entries(@Nullable String subject, long offset, int most) {
        Condition wanted = subject == null ? DSL.noCondition() : REGISTRY_CHANGES.SUBJECT.eq(subject);
        return database.read(dsl -> new Page(
                dsl.selectFrom(REGISTRY_CHANGES)
                        .where(wanted)
                        .orderBy(REGISTRY_CHANGES.CHANGED_AT.desc(), REGISTRY_CHANGES.ID.desc())
                        .limit(most)
                        .offset(offset)
                        .fetch(Journal::entry),
                dsl.fetchCount(REGISTRY_CHANGES, wanted)));
    }

    private static Entry entry(RegistryChangesRecord row) {
        return new Entry(
                row.getId(),
                row.getChangedAt(),
                row.getActor(),
                row.getAction(),
                row.getSubject(),
                row.getRequestId(),
                JSON.readValue(row.getDetails().data(), new TypeReference<Map<String, Object>>() {}));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
