package io.neomt.migration.store.drift;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
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
            SELECT n.nspname, sum(hash) FROM (
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
            ) parts JOIN n ON n.oid = parts.nsp GROUP BY n.nspname""";

    private Prints() {}

    /** Of those that are there. */
    static Map<String, String> of(DSLContext dsl, Collection<String> schemas) {
        Map<String, String> prints = new HashMap<>();
        dsl.fetch(QUERY, DSL.val(schemas.toArray(String[]::new)))
                .forEach(row -> prints.put(row.get(0, String.class), row.get(1, String.class)));
        return prints;
    }
}
