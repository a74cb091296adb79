package io.neomt.migration.store.dryrun;

import io.neomt.migration.plan.dryrun.LockMode;
import io.neomt.migration.plan.dryrun.Report.Lock;
import io.neomt.migration.plan.dryrun.Report.Rewrite;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * What PostgreSQL's catalog says at one moment of a transaction.
 *
 * @param relations that are there
 * @param locks that the transaction holds, of each relation
 */
record Catalog(Map<Long, Relation> relations, Map<Long, Set<LockMode>> locks) {

    private static final String RELATIONS = """
            SELECT c.oid::bigint, CASE n.nspname WHEN current_schema() THEN c.relname ELSE n.nspname || '.' || c.relname END,
              c.relkind::text, c.relfilenode::bigint, pg_relation_size(c.oid), greatest(c.reltuples, 0)::bigint
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE (n.nspname = current_schema()
              OR c.oid IN (SELECT relation FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'relation'))
              AND n.nspname NOT IN ('pg_catalog', 'pg_toast', 'information_schema')
              AND c.relkind IN ('r', 'p', 'm', 'v', 'f', 'i', 'I')""";

    private static final String LOCKS = """
            SELECT relation::bigint, mode FROM pg_locks
            WHERE pid = pg_backend_pid() AND locktype = 'relation' AND granted
              AND database = (SELECT oid FROM pg_database WHERE datname = current_database())""";

    /** @param file another one when it was written anew */
    record Relation(String name, String kind, long file, long bytes, long rows) {

        boolean isIndex() {
            return kind.equalsIgnoreCase("i");
        }
    }

    static Catalog read(DSLContext dsl) {
        Map<Long, Set<LockMode>> locks = new HashMap<>();
        for (Record row : dsl.fetch(LOCKS)) {
            LockMode.of(row.get(1, String.class)).ifPresent(mode -> locks.computeIfAbsent(
                            row.get(0, Long.class), _ -> EnumSet.noneOf(LockMode.class))
                    .add(mode));
        }
        Map<Long, Relation> relations = new HashMap<>();
        dsl.fetch(RELATIONS).forEach(row -> relations.put(row.get(0, Long.class), relation(row)));
        return new Catalog(relations, locks);
    }

    private static Relation relation(Record row) {
        return new Relation(
                row.get(1, String.class),
                row.get(2, String.class),
                row.get(3, Long.class),
                row.get(4, Long.class),
                row.get(5, Long.class));
    }

    /** The strongest of those that were not held before, on each relation that was there before and that others may use. */
    List<Lock> taken(Catalog after, Catalog first) {
        List<Lock> taken = new ArrayList<>();
        after.locks().forEach((oid, modes) -> {
            Relation relation = first.relations().getOrDefault(oid, after.elsewhere(oid, first));
            Set<LockMode> held = locks.getOrDefault(oid, Set.of());
            if (relation != null && !relation.isIndex()) {
                modes.stream()
                        .filter(mode -> !held.contains(mode))
                        .max(Comparator.naturalOrder())
                        .map(mode -> new Lock(
                                relation.name(), mode.text(), mode.blocks(), relation.bytes(), relation.rows()))
                        .ifPresent(taken::add);
            }
        });
        taken.sort(Comparator.comparing(Lock::relation));
        return taken;
    }

    /** One of another schema, which is known by its lock only. */
    private @Nullable Relation elsewhere(long oid, Catalog first) {
        Relation relation = relations.get(oid);
        return relation != null
                        && relation.name().contains(".")
                        && !first.relations().containsKey(oid)
                ? relation
                : null;
    }

    /** Those of before that lie in another file now. */
    List<Rewrite> rewritten(Catalog after) {
        List<Rewrite> rewrites = new ArrayList<>();
        relations.forEach((oid, before) -> {
            Relation now = after.relations().get(oid);
            if (now != null && now.file() != before.file()) {
                String kind = before.isIndex() ? "index" : "table";
                rewrites.add(new Rewrite(before.name(), kind, before.bytes(), before.rows()));
            }
        });
        rewrites.sort(Comparator.comparing(Rewrite::kind).reversed().thenComparing(Rewrite::relation));
        return rewrites;
    }
}
