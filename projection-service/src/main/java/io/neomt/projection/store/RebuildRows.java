package io.neomt.projection.store;

import static io.neomt.view.jooq.admin.projections.Tables.REBUILD;
import static io.neomt.view.jooq.admin.projections.Tables.REBUILD_DIFFERENCE;
import static io.neomt.view.jooq.admin.projections.Tables.REBUILD_TARGET;

import io.neomt.commons.connections.AdminDatabase;
import io.neomt.event.TenantId;
import io.neomt.projection.rebuild.Blueprint;
import io.neomt.projection.rebuild.Claim;
import io.neomt.projection.rebuild.Difference;
import io.neomt.projection.rebuild.Rebuilds;
import io.neomt.projection.rebuild.Result;
import io.neomt.projection.rebuild.Sweep;
import io.neomt.projection.rebuild.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.UpdateSetMoreStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Rebuilds in the admin database. Times of leases are the database's, so that processes' clocks need not agree. */
public final class RebuildRows implements Rebuilds {

    static final String PENDING = "pending";
    static final String DONE = "done";
    static final String FAILED = "failed";
    static final String GONE_BACK = "gone_back";
    static final String GOING_BACK = "going_back";

    private static final int MOST_ATTEMPTS = 12;
    private static final int LONGEST = 2_000;

    private static final String CLAIM = """
            UPDATE projections.rebuild SET owner = ?, epoch = epoch + 1, lease_until = now() + ? * interval '1 millisecond'
            WHERE id = (SELECT id FROM projections.rebuild
                        WHERE state IN ('running', 'going_back') AND view = ANY (?) AND (lease_until IS NULL OR lease_until < now())
                        ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, view, source, generation, verify, dry_run, state, epoch""";
    private static final String RENEW = """
            UPDATE projections.rebuild SET lease_until = now() + ? * interval '1 millisecond'
            WHERE id = ? AND epoch = ? AND state IN ('running', 'going_back')""";
    private static final String END = """
            UPDATE projections.rebuild r SET
              state = CASE WHEN r.state = 'going_back' THEN 'gone_back'
                WHEN EXISTS (SELECT FROM projections.rebuild_target t WHERE t.rebuild_id = r.id AND t.state = 'failed') THEN 'failed'
                ELSE 'done' END,
              dropped_at = CASE WHEN r.state = 'going_back' OR r.dry_run THEN now() END,
              keep_until = now() + ? * interval '1 millisecond',
              finished_at = now(), owner = NULL, lease_until = NULL, swept_at = NULL
            WHERE r.id = ? AND r.epoch = ? AND r.state IN ('running', 'going_back')""";

    private final AdminDatabase database;
    private final String owner;
    private final Set<String> views;
    private final Duration lease;
    private final Duration keep;

    /**
     * @param owner this process, unlike any other
     * @param views that this process knows how to make
     * @param keep how long what was replaced can be gone back to
     */
    public RebuildRows(AdminDatabase database, String owner, Set<String> views, Duration lease, Duration keep) {
        this.database = database;
        this.owner = owner;
        this.views = Set.copyOf(views);
        this.lease = lease;
        this.keep = keep;
    }

    @Override
    public Optional<Claim> claim() {
        return database.write(dsl -> dsl.fetch(CLAIM, owner, lease.toMillis(), views.toArray(String[]::new)).stream()
                .findFirst()
                .map(RebuildRows::claim));
    }

    private static Claim claim(Record row) {
        return new Claim(
                row.get(0, Long.class),
                row.get(1, String.class),
                row.get(2, String.class),
                row.get(3, Integer.class),
                row.get(4, Boolean.class),
                !row.get(5, Boolean.class),
                row.get(6, String.class).equals(GOING_BACK),
                row.get(7, Long.class));
    }

    @Override
    public boolean renew(Claim claim) {
        return database.write(dsl -> dsl.execute(RENEW, lease.toMillis(), claim.id(), claim.epoch()) == 1);
    }

    @Override
    public List<Target> left(Claim claim) {
        return database.read(dsl -> dsl.select(REBUILD_TARGET.TENANT_ID, REBUILD_TARGET.PREVIOUS)
                .from(REBUILD_TARGET)
                .where(REBUILD_TARGET.REBUILD_ID.eq(claim.id()))
                .and(claim.back() ? SweepRows.REPLACED : REBUILD_TARGET.STATE.eq(PENDING))
                .orderBy(REBUILD_TARGET.TENANT_ID)
                .fetch(row -> new Target(new TenantId(row.value1()), row.value2() == null ? 0 : row.value2())));
    }

    @Override
    public boolean record(Claim claim, Result result) {
        return database.write(dsl -> {
            if (!holds(dsl, claim)) {
                return false;
            }
            update(dsl, claim, result)
                    .set(REBUILD_TARGET.MILLIS, result.millis())
                    .set(REBUILD_TARGET.FINISHED_AT, DSL.currentInstant())
                    .set(REBUILD_TARGET.ATTEMPTS, REBUILD_TARGET.ATTEMPTS.plus(1))
                    .where(REBUILD_TARGET.REBUILD_ID.eq(claim.id()))
                    .and(REBUILD_TARGET.TENANT_ID.eq(result.tenant().value()))
                    .execute();
            if (result instanceof Result.Done done) {
                keep(dsl, claim, done);
            }
            return true;
        });
    }

    private static UpdateSetMoreStep<?> update(DSLContext dsl, Claim claim, Result result) {
        return switch (result) {
            case Result.Done done -> {
                Blueprint.Made made = done.made();
                yield dsl.update(REBUILD_TARGET)
                        .set(REBUILD_TARGET.STATE, DONE)
                        .set(REBUILD_TARGET.POSITION, made.position().value())
                        .set(REBUILD_TARGET.PARTS, made.parts())
                        .set(
                                REBUILD_TARGET.DIFFERENCES,
                                claim.verify() || done.differing() > 0 ? done.differing() : null)
                        .set(REBUILD_TARGET.PREVIOUS, claim.flip() ? made.previous() : null)
                        .setNull(REBUILD_TARGET.ERROR);
            }
            case Result.GoneBack _ -> dsl.update(REBUILD_TARGET).set(REBUILD_TARGET.STATE, GONE_BACK);
            case Result.Failed failed -> {
                Condition again = DSL.condition(failed.passing()).and(REBUILD_TARGET.ATTEMPTS.lt(MOST_ATTEMPTS - 1));
                yield dsl.update(REBUILD_TARGET)
                        .set(
                                REBUILD_TARGET.STATE,
                                DSL.when(again, REBUILD_TARGET.STATE).otherwise(FAILED))
                        .set(REBUILD_TARGET.ERROR, shortened(failed.error()));
            }
        };
    }

    /** And keeps others from taking it while this transaction lasts. */
    private static boolean holds(DSLContext dsl, Claim claim) {
        return dsl.selectOne()
                .from(REBUILD)
                .where(REBUILD.ID.eq(claim.id()))
                .and(REBUILD.EPOCH.eq(claim.epoch()))
                .and(REBUILD.STATE.in("running", GOING_BACK))
                .forUpdate()
                .fetchOptional()
                .isPresent();
    }

    private static void keep(DSLContext dsl, Claim claim, Result.Done done) {
        UUID tenant = done.tenant().value();
        dsl.deleteFrom(REBUILD_DIFFERENCE)
                .where(REBUILD_DIFFERENCE.REBUILD_ID.eq(claim.id()))
                .and(REBUILD_DIFFERENCE.TENANT_ID.eq(tenant))
                .execute();
        List<Query> rows = new ArrayList<>();
        for (Difference each : done.differences()) {
            rows.add(dsl.insertInto(REBUILD_DIFFERENCE)
                    .set(REBUILD_DIFFERENCE.REBUILD_ID, claim.id())
                    .set(REBUILD_DIFFERENCE.TENANT_ID, tenant)
                    .set(REBUILD_DIFFERENCE.NUMBER, rows.size() + 1)
                    .set(REBUILD_DIFFERENCE.KEY, shortened(each.key()))
                    .set(REBUILD_DIFFERENCE.FIELD, shortened(each.field()))
                    .set(REBUILD_DIFFERENCE.RUNNING, shortened(each.running()))
                    .set(REBUILD_DIFFERENCE.REBUILT, shortened(each.rebuilt())));
        }
        dsl.batch(rows).execute();
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    @Override
    public void end(Claim claim) {
        int _ = database.write(dsl -> dsl.execute(END, keep.toMillis(), claim.id(), claim.epoch()));
    }

    @Override
    public Optional<Sweep> toSweep() {
        return database.read(dsl -> new SweepRows(dsl, views).next());
    }

    @Override
    public void swept(Sweep sweep) {
        int _ = database.write(dsl -> dsl.update(REBUILD)
                .set(sweep.replaced() ? REBUILD.DROPPED_AT : REBUILD.SWEPT_AT, DSL.currentInstant())
                .where(REBUILD.ID.eq(sweep.rebuild()))
                .execute());
    }
}
