package io.neomt.projection.store;

import static io.neomt.view.jooq.admin.projections.Tables.REBUILD;

import io.neomt.commons.connections.AdminDatabase;
import io.neomt.event.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** What people do with rebuilds. */
public final class RebuildOrders {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String BEGIN = """
            INSERT INTO projections.rebuild (view, source, tenant_id, verify, dry_run, generation, state, requested_by)
            SELECT ?, ?, ?, ?, ?,
              1 + greatest(1, (SELECT max(generation) FROM projections.rebuild),
                extract(epoch FROM now() - timestamptz '2026-01-01 00:00:00Z')::integer),
              'running', ?
            RETURNING id""";
    private static final String TARGETS = """
            INSERT INTO projections.rebuild_target (rebuild_id, tenant_id, state, events)
            SELECT {0}, tenant_id, 'pending', position FROM unnest({1}, {2}) AS x (tenant_id, position)""";

    private final AdminDatabase database;
    private final Duration keep;

    /** @param keep how long what was replaced can be gone back to */
    public RebuildOrders(AdminDatabase database, Duration keep) {
        this.database = database;
        this.keep = keep;
    }

    /**
     * What is asked for.
     *
     * @param source of what the new view is made: rows, store or topic
     * @param tenant only this one's view
     * @param verify whether to compare the new view with the running one
     * @param dryRun whether to leave the running one where it is
     * @param by who asks
     */
    public record Order(
            String view, String source, @Nullable TenantId tenant, boolean verify, boolean dryRun, String by) {}

    /** What came of it. */
    public sealed interface Taken {

        record Begun(long id) implements Taken {}

        /** @param by who asked for the one that is under way */
        record Running(long id, String by) implements Taken {}
    }

    /**
     * Where a rebuild was found.
     *
     * @param changed whether it is so by this
     */
    public record Found(@Nullable String state, boolean changed) {}

    /** @param events how many events of each tenant there are */
    public Taken begin(Order order, Map<TenantId, Heads.Head> events) {
        try {
            return database.write(dsl -> insert(dsl, order, events));
        } catch (DataAccessException e) {
            if (UNIQUE_VIOLATION.equals(e.sqlState())) {
                // gone by now, or one of another view in the same moment: then the next try goes well
                return underWay(order.view()).orElseGet(() -> begin(order, events));
            }
            throw e;
        }
    }

    private static Taken insert(DSLContext dsl, Order order, Map<TenantId, Heads.Head> events) {
        long id = dsl.fetchSingle(
                        BEGIN,
                        order.view(),
                        order.source(),
                        order.tenant() == null ? null : order.tenant().value(),
                        order.verify(),
                        order.dryRun(),
                        order.by())
                .get(0, Long.class);
        List<Map.Entry<TenantId, Heads.Head>> all = List.copyOf(events.entrySet());
        Columns<Map.Entry<TenantId, Heads.Head>> columns = new Columns<>(all)
                .uuid(each -> each.getKey().value())
                .number(each -> each.getValue().position().value());
        dsl.query(TARGETS, DSL.val(id), columns.arrays()[0], columns.arrays()[1])
                .execute();
        return new Taken.Begun(id);
    }

    private Optional<Taken> underWay(String view) {
        return database.read(dsl -> dsl.select(REBUILD.ID, REBUILD.REQUESTED_BY)
                .from(REBUILD)
                .where(REBUILD.VIEW.eq(view))
                .and(REBUILD.STATE.in("running", RebuildRows.GOING_BACK))
                .fetchOptional(row -> new Taken.Running(row.value1(), row.value2())));
    }

    /** For good: what has changed over stays so, and can still be gone back from. */
    public Found abort(long id) {
        return database.write(dsl -> {
            @Nullable String state = state(dsl, id);
            if (!"running".equals(state) && !RebuildRows.GOING_BACK.equals(state)) {
                return new Found(state, false);
            }
            dsl.execute("""
                    UPDATE projections.rebuild SET state = 'aborted', finished_at = now(), owner = NULL, lease_until = NULL,
                      swept_at = NULL, keep_until = now() + ? * interval '1 millisecond'
                    WHERE id = ?""", keep.toMillis(), id);
            return new Found("aborted", true);
        });
    }

    /** What was replaced is answered from again, brought to where the tenants are by now. */
    public Found goBack(long id) {
        return database.write(dsl -> {
            int begun = dsl.execute("""
                    UPDATE projections.rebuild r SET state = 'going_back', finished_at = NULL
                    WHERE r.id = ? AND r.state IN ('done', 'failed', 'aborted') AND NOT r.dry_run AND r.dropped_at IS NULL
                      AND r.keep_until > now()
                      AND NOT EXISTS (SELECT FROM projections.rebuild later
                                      WHERE later.view = r.view AND later.id > r.id AND NOT later.dry_run)
                      AND EXISTS (SELECT FROM projections.rebuild_target t WHERE t.rebuild_id = r.id AND t.state = 'done' AND t.previous > 0)""", id);
            return new Found(state(dsl, id), begun == 1);
        });
    }

    private static @Nullable String state(DSLContext dsl, long id) {
        return dsl.select(REBUILD.STATE)
                .from(REBUILD)
                .where(REBUILD.ID.eq(id))
                .forUpdate()
                .fetchOne(REBUILD.STATE);
    }
}
