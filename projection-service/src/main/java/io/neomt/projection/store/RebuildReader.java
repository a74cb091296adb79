package io.neomt.projection.store;

import static io.neomt.view.jooq.admin.projections.Tables.REBUILD_DIFFERENCE;

import io.neomt.commons.connections.AdminDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Shows rebuilds to people. */
public final class RebuildReader {

    private static final int SHOWN = 100;

    private static final String ALL = """
            SELECT r.id, r.view, r.source, r.tenant_id, r.verify, r.dry_run, r.generation, r.state, r.requested_by, r.owner,
              r.created_at, r.finished_at, CASE WHEN r.dropped_at IS NULL AND bool_or(t.previous > 0) THEN r.keep_until END,
              count(t.*), count(t.*) FILTER (WHERE t.state = 'done'), count(t.*) FILTER (WHERE t.state = 'failed'),
              count(t.*) FILTER (WHERE t.state = 'gone_back'),
              coalesce(sum(t.events), 0)::bigint,
              coalesce(sum(t.events) FILTER (WHERE t.state <> 'pending'), 0)::bigint,
              coalesce(sum(t.parts), 0)::bigint, sum(t.differences)::bigint,
              extract(epoch FROM coalesce(r.finished_at, now()) - r.created_at)::double precision
            FROM projections.rebuild r LEFT JOIN projections.rebuild_target t ON t.rebuild_id = r.id
            """;
    private static final String NEWEST = ALL + "GROUP BY r.id ORDER BY r.id DESC LIMIT ?";
    private static final String ONE = ALL + "WHERE r.id = ? GROUP BY r.id";
    private static final String FAILURES = """
            SELECT tenant_id, error FROM projections.rebuild_target
            WHERE rebuild_id = ? AND state = 'failed' ORDER BY tenant_id LIMIT 100""";

    private final AdminDatabase database;

    public RebuildReader(AdminDatabase database) {
        this.database = database;
    }

    /**
     * A rebuild.
     *
     * @param tenant only this one's view, or null
     * @param owner the process that works at it, or null
     * @param keptUntil until when what was replaced can be gone back to, or null
     * @param events of the logs of all its tenants
     * @param eventsDone of those tenants that are done
     * @param perSecond how many events were worth a second so far
     * @param secondsLeft when it goes on like that; null when that cannot be told
     * @param parts how many sets or rows were written
     * @param differences how many fields differed; null where nothing was compared
     */
    public record Rebuild(
            long id,
            String view,
            String source,
            @Nullable UUID tenant,
            boolean verify,
            boolean dryRun,
            int generation,
            String state,
            String requestedBy,
            @Nullable String owner,
            Instant createdAt,
            @Nullable Instant finishedAt,
            @Nullable Instant keptUntil,
            long tenants,
            long done,
            long failed,
            long goneBack,
            long events,
            long eventsDone,
            long parts,
            @Nullable Long differences,
            double seconds,
            long perSecond,
            @Nullable Double secondsLeft) {}

    /**
     * One field that differed.
     *
     * @param running value, or null where there was none
     */
    public record Differing(
            UUID tenant,
            String key,
            String field,
            @Nullable String running,
            @Nullable String rebuilt) {}

    /** A tenant whose view could not be made. */
    public record Failure(UUID tenant, String error) {}

    /** A rebuild with the first hundred of its differences and failures. */
    public record Whole(Rebuild rebuild, List<Differing> differing, List<Failure> failures) {}

    public List<Rebuild> newest(int most) {
        return database.read(dsl -> dsl.fetch(NEWEST, most).map(RebuildReader::rebuild));
    }

    public Optional<Whole> one(long id) {
        return database.read(dsl -> dsl.fetch(ONE, id).stream()
                .findFirst()
                .map(row -> new Whole(
                        rebuild(row),
                        dsl.selectFrom(REBUILD_DIFFERENCE)
                                .where(REBUILD_DIFFERENCE.REBUILD_ID.eq(id))
                                .orderBy(REBUILD_DIFFERENCE.TENANT_ID, REBUILD_DIFFERENCE.NUMBER)
                                .limit(SHOWN)
                                .fetch(each -> new Differing(
                                        each.getTenantId(),
                                        each.getKey(),
                                        each.getField(),
                                        each.getRunning(),
                                        each.getRebuilt())),
                        dsl.fetch(FAILURES, id)
                                .map(each -> new Failure(each.get(0, UUID.class), each.get(1, String.class))))));
    }

    private static Rebuild rebuild(Record row) {
        long events = row.get(17, Long.class);
        long done = row.get(18, Long.class);
        double seconds = row.get(21, Double.class);
        long rate = seconds > 0 ? Math.round(done / seconds) : 0;
        boolean over = row.get(11, Instant.class) != null;
        return new Rebuild(
                row.get(0, Long.class),
                row.get(1, String.class),
                row.get(2, String.class),
                row.get(3, UUID.class),
                row.get(4, Boolean.class),
                row.get(5, Boolean.class),
                row.get(6, Integer.class),
                row.get(7, String.class),
                row.get(8, String.class),
                row.get(9, String.class),
                row.get(10, Instant.class),
                row.get(11, Instant.class),
                row.get(12, Instant.class),
                row.get(13, Long.class),
                row.get(14, Long.class),
                row.get(15, Long.class),
                row.get(16, Long.class),
                events,
                done,
                row.get(19, Long.class),
                row.get(20, Long.class),
                seconds,
                rate,
                over || rate == 0 ? null : (double) (events - done) / rate);
    }
}
