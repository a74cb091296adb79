package io.neomt.migration.store.drift;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * One number for each of many schemas of a database, by a single pass over the catalog. Two schemas with one number are
 * the same; two with different ones may be so, too, since PostgreSQL keeps expressions in more than one form. Nothing is
 * written out as SQL here: that would cost a hundred times as much. Flyway's history is left out.
 */
final class Prints {

    /** Each kind of thing is hashed with a number of its own. */
    private static final String QUERY = """
            WITH n AS MATERIALIZED (SELECT oid, nspname FROM pg_namespace WHERE nspname = ANY ({0})),
            c AS MATERIALIZED (
              SELECT c.oid, c.relname, c.relkind, c.relpersistence, c.reloptions, c.relrowsecurity, n.oid AS nsp
              FROM pg_class c JOIN n ON n.oid = c.relnamespace WHERE c.relname NOT LIKE 'flyway\\_schema\\_history%')
            SELECT n.nspname, sums.hash FROM (SELECT nsp, sum(hash) AS hash FROM (
              SELECT nsp, hash_record_extended(ROW(1, relname, relkind, relpersistence, reloptions, relrowsecurity), 0) AS hash
              FROM c
              UNION ALL
              SELECT c.nsp, hash_record_extended(ROW(2, c.relname, a.attnum, a.attname,
                CASE WHEN a.atttypid < 16384 THEN a.atttypid::bigint::text ELSE (SELECT typname FROM pg_type WHERE oid = a.atttypid) END,
                a.atttypmod, a.attnotnull, a.attidentity, a.attgenerated, a.attcollation::bigint, a.attstorage), 0)
              FROM c JOIN pg_attribute a ON a.attrelid = c.oid
              WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'v', 'm', 'p', 'f', 'c')
              UNION ALL
              SELECT c.nsp, hash_record_extended(ROW(3, c.relname, d.adnum, d.adbin::text), 0)
              FROM c JOIN pg_attrdef d ON d.adrelid = c.oid
              UNION ALL
              SELECT c.nsp, hash_record_extended(ROW(4, c.relname, o.conname, o.contype, o.convalidated, o.conkey,
                o.confkey, f.relname, o.confupdtype, o.confdeltype, o.condeferrable, o.condeferred, o.conbin::text), 0)
              FROM c JOIN pg_constraint o ON o.conrelid = c.oid LEFT JOIN c f ON f.oid = o.confrelid
              UNION ALL
              SELECT c.nsp, hash_record_extended(ROW(5, t.relname, c.relname, i.indkey::text, i.indclass::text, i.indoption::text,
                i.indisunique, i.indisprimary, i.indisvalid, i.indnullsnotdistinct, i.indnkeyatts, i.indexprs::text, i.indpred::text), 0)
              FROM c JOIN pg_index i ON i.indexrelid = c.oid JOIN c t ON t.oid = i.indrelid
              UNION ALL
              SELECT c.nsp, hash_record_extended(ROW(6, c.relname, t.tgname, t.tgtype, t.tgenabled, (SELECT proname FROM pg_proc WHERE oid = t.tgfoid)), 0)
              FROM c JOIN pg_trigger t ON t.tgrelid = c.oid WHERE NOT t.tgisinternal
              UNION ALL
              SELECT c.nsp, hash_record_extended(ROW(7, c.relname, p.polname, p.polcmd, p.polqual::text, p.polwithcheck::text), 0)
              FROM c JOIN pg_policy p ON p.polrelid = c.oid
              UNION ALL
              SELECT c.nsp, hash_record_extended(ROW(8, c.relname, r.rulename, r.ev_action::text), 0)
              FROM c JOIN pg_rewrite r ON r.ev_class = c.oid
              UNION ALL
              SELECT n.oid, hash_record_extended(ROW(9, p.proname, p.proargtypes::text, p.prosrc), 0)
              FROM n JOIN pg_proc p ON p.pronamespace = n.oid
              UNION ALL
              SELECT n.oid, hash_record_extended(ROW(10, t.typname, t.typtype, e.enumlabel, e.enumsortorder), 0)
              FROM n JOIN pg_type t ON t.typnamespace = n.oid AND t.typtype IN ('e', 'd')
              LEFT JOIN pg_enum e ON e.enumtypid = t.oid
              UNION ALL
              SELECT c.nsp, hash_record_extended(ROW(11, c.relname, s.seqtypid::bigint, s.seqstart, s.seqincrement,
                s.seqmax, s.seqcycle), 0)
              FROM c JOIN pg_sequence s ON s.seqrelid = c.oid
            ) parts GROUP BY nsp) sums JOIN n ON n.oid = sums.nsp""";

    /** So many are worth a connection of their own. */
    private static final int WORTH_A_CONNECTION = 250;

    private static final int MOST_CONNECTIONS = 2;

    private Prints() {}

    /** Of those that are there, side by side where they are many: it is the server's processors that this takes. */
    static Map<String, String> of(DataSource source, List<String> schemas) throws SQLException {
        int parts = Math.clamp(schemas.size() / WORTH_A_CONNECTION, 1, MOST_CONNECTIONS);
        int each = Math.ceilDiv(schemas.size(), parts);
        Map<String, String> prints = new ConcurrentHashMap<>();
        try (ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> reads = IntStream.range(0, parts)
                    .mapToObj(part -> schemas.subList(part * each, Math.min(schemas.size(), (part + 1) * each)))
                    .<Callable<Void>>map(some -> () -> {
                        read(source, some, prints);
                        return null;
                    })
                    .toList();
            for (Future<Void> read : readers.invokeAll(reads)) {
                read.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while schemas were compared", e);
        } catch (ExecutionException e) {
            throw new SQLException("schemas could not be compared", e);
        }
        return prints;
    }

    private static void read(DataSource source, List<String> schemas, Map<String, String> prints) throws SQLException {
        try (Connection connection = source.getConnection()) {
            prints.putAll(of(DSL.using(connection, SQLDialect.POSTGRES), schemas));
            connection.rollback();
        }
    }

    /** Of those that are there. */
    static Map<String, String> of(DSLContext dsl, Collection<String> schemas) {
        Map<String, String> prints = new HashMap<>();
        dsl.fetch(QUERY, DSL.val(schemas.toArray(String[]::new)))
                .forEach(row -> prints.put(row.get(0, String.class), row.get(1, String.class)));
        return prints;
    }
}
