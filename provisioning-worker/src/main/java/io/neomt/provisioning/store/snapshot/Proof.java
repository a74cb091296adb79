package io.neomt.provisioning.store.snapshot;

import static org.jooq.impl.DSL.quotedName;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;

/**
 * Lets Flyway make a schema, compiles it, makes another from the snapshot, and compares the two. Leaves nothing behind
 * but what a crash in the middle leaves, which a later one removes.
 */
final class Proof {

    private static final String PREFIX = "neo_replay_";
    private static final Pattern REPLAY = Pattern.compile(PREFIX + "([0-9]{10})_[0-9a-f]{8}");
    private static final Duration ABANDONED = Duration.ofMinutes(10);

    private final DataSource database;
    private final TemplateReplay replay;
    private final InstantSource clock;

    Proof(DataSource database, TemplateReplay replay, InstantSource clock) {
        this.database = database;
        this.replay = replay;
        this.clock = clock;
    }

    /** @throws SnapshotDiffersException when the snapshot does not make what Flyway makes */
    Snapshot run() {
        String replayed = name();
        transaction(true, dsl -> {
            dropAbandoned(dsl);
            return dsl.createSchema(quotedName(replayed)).execute();
        });
        try {
            replay.migrate(database, replayed);
            return transaction(false, dsl -> proven(dsl, replayed));
        } finally {
            transaction(true, dsl -> drop(dsl, replayed));
        }
    }

    private Snapshot proven(DSLContext dsl, String replayed) {
        enter(dsl, replayed);
        Fingerprint expected = Fingerprint.take(dsl);
        Snapshot snapshot = new SnapshotCompiler(dsl).compile();
        String copied = name();
        dsl.createSchema(quotedName(copied)).execute();
        enter(dsl, copied);
        Scripts.run(dsl, snapshot.history(), snapshot.tables());
        expected.firstDifference(Fingerprint.take(dsl)).ifPresent(line -> {
            throw new SnapshotDiffersException(line);
        });
        return snapshot;
    }

    private static void enter(DSLContext dsl, String schema) {
        dsl.execute("SET LOCAL search_path TO {0}", quotedName(schema));
    }

    private static int drop(DSLContext dsl, String schema) {
        return dsl.dropSchemaIfExists(quotedName(schema)).cascade().execute();
    }

    private void dropAbandoned(DSLContext dsl) {
        long before = clock.instant().minus(ABANDONED).getEpochSecond();
        for (String schema : dsl.fetch("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'neo\\_replay\\_%'")
                .getValues(0, String.class)) {
            Matcher made = REPLAY.matcher(schema);
            if (made.matches() && Long.parseLong(made.group(1)) < before) {
                drop(dsl, schema);
            }
        }
    }

    private String name() {
        Instant now = clock.instant();
        return PREFIX
                + now.getEpochSecond()
                + "_"
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    }

    private <T> T transaction(boolean keep, Function<DSLContext, T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            return transaction(connection, keep, work);
        } catch (SQLException e) {
            throw new DataAccessException("the snapshot of the template could not be proven", e);
        }
    }

    private static <T> T transaction(Connection connection, boolean keep, Function<DSLContext, T> work)
            throws SQLException {
        boolean commit = false;
        try {
            T result = work.apply(DSL.using(connection, SQLDialect.POSTGRES));
            commit = keep;
            return result;
        } finally {
            if (commit) {
                connection.commit();
            } else {
                connection.rollback();
            }
        }
    }
}
