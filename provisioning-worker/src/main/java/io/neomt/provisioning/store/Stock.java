package io.neomt.provisioning.store;

import static org.jooq.impl.DSL.quotedName;

import io.neomt.provisioning.store.snapshot.Snapshot;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * Schemas with their roles that were made ahead of time in one database, and the list of them, which lies there, too:
 * so that taking one is one small transaction. Whatever happens in the middle, a schema is either listed and whole, or
 * a tenant's, or not there.
 */
final class Stock {

    private static final String PREFIX = "neo_stock_";
    /** Any number that nobody else locks: whoever has it makes schemas for this database now. */
    private static final long LOCK = 5_104_877_330_021L;

    private static final String LIST = """
            CREATE SCHEMA IF NOT EXISTS neo_stock;
            CREATE TABLE IF NOT EXISTS neo_stock.ready (
              name varchar(63) PRIMARY KEY,
              template_version varchar(255) NOT NULL,
              made_at timestamptz NOT NULL DEFAULT now()
            )""";
    private static final String TAKE = """
            DELETE FROM neo_stock.ready WHERE name = (
              SELECT name FROM neo_stock.ready WHERE template_version = ? LIMIT 1 FOR UPDATE SKIP LOCKED
            ) RETURNING name""";

    private final DSLContext dsl;

    Stock(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** The schema and its role then have these names. Empty when there is none left of the version. */
    boolean take(String version, String schema, String role) {
        Optional<String> ready = dsl.fetchOptional(TAKE, version).map(row -> row.get(0, String.class));
        ready.ifPresent(name -> dsl.execute(
                "ALTER SCHEMA {0} RENAME TO {1}; ALTER ROLE {0} RENAME TO {2}",
                quotedName(name), quotedName(schema), quotedName(role)));
        return ready.isPresent();
    }

    /** Makes one more unless there are enough, or somebody else makes them now; true when it made one. */
    boolean add(Snapshot snapshot, int enough) {
        if (!locked() || size(snapshot) >= enough) {
            return false;
        }
        String name =
                PREFIX + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        new TenantRole(dsl, name).make();
        new SchemaBuilder(dsl, snapshot).make(name, name);
        dsl.execute(
                "INSERT INTO neo_stock.ready (name, template_version) VALUES (?, ?)",
                name,
                snapshot.version().value());
        return true;
    }

    /** Removes one that is of an older template, which nobody would take any more; true when there was one. */
    boolean dropOutdated(Snapshot snapshot) {
        Optional<String> outdated =
                dsl.fetchOptional("""
                        DELETE FROM neo_stock.ready WHERE name = (
                          SELECT name FROM neo_stock.ready WHERE template_version::bigint < ?::bigint
                          LIMIT 1 FOR UPDATE SKIP LOCKED
                        ) RETURNING name""", snapshot.version().value()).map(row -> row.get(0, String.class));
        outdated.ifPresent(name -> dsl.execute("DROP SCHEMA {0} CASCADE; DROP ROLE {0}", quotedName(name)));
        return outdated.isPresent();
    }

    void makeList() {
        dsl.execute(LIST);
    }

    private boolean locked() {
        return one("SELECT pg_try_advisory_xact_lock(?)", LOCK).get(0, Boolean.class);
    }

    private int size(Snapshot snapshot) {
        return one(
                        "SELECT count(*) FROM neo_stock.ready WHERE template_version = ?",
                        snapshot.version().value())
                .get(0, Integer.class);
    }

    private Record one(String sql, Object value) {
        return dsl.fetchSingle(sql, value);
    }
}
