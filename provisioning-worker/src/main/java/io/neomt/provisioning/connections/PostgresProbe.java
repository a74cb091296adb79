package io.neomt.provisioning.connections;

import io.neomt.provisioning.registry.Probed;
import io.neomt.provisioning.registry.Probed.Failed;
import io.neomt.provisioning.registry.Probed.Problem;
import io.neomt.provisioning.registry.Probed.Reached;
import io.neomt.provisioning.registry.Server;
import io.neomt.provisioning.registry.ServerFacts;
import io.neomt.provisioning.registry.Suitability;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** Logs in anew each time, as a tenant's first statement would, and asks the server about itself. */
public final class PostgresProbe {

    /**
     * Without a receiver of the log nobody knows how far behind a standby is. After a crash the server begins its statistics
     * anew, also where it did not start anew as a whole.
     */
    private static final String FACTS = """
            SELECT current_setting('server_version_num')::int,
              (SELECT system_identifier::text FROM pg_control_system()),
              CASE WHEN pg_is_in_recovery() THEN (SELECT timeline_id FROM pg_control_checkpoint())
                ELSE ('x' || substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8))::bit(32)::bigint END,
              pg_is_in_recovery(),
              CASE WHEN NOT pg_is_in_recovery() OR NOT EXISTS (SELECT 1 FROM pg_stat_wal_receiver) THEN NULL
                WHEN pg_last_wal_receive_lsn() = pg_last_wal_replay_lsn() THEN 0
                ELSE (extract(epoch FROM clock_timestamp() - pg_last_xact_replay_timestamp()) * 1000)::bigint END,
              coalesce(?, pg_database_size(current_database())),
              pg_postmaster_start_time()::text || ' ' || coalesce((SELECT stats_reset::text FROM pg_stat_wal), ''),
              has_database_privilege(current_database(), 'CREATE'),
              (SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user)
            """;

    private final int seconds;

    /** @param patience for the connection, and again for the answer; whole seconds, at least one */
    public PostgresProbe(Duration patience) {
        this.seconds = Math.toIntExact(Math.max(1, patience.toSeconds()));
    }

    /** What the server says; whether it will do is for {@link Suitability} to judge. */
    public Probed ask(Server server) {
        return ask(server, null);
    }

    /** @param size of the database in bytes where it need not be measured: that looks at every file of it */
    Probed ask(Server server, @Nullable Long size) {
        try (Connection connection = source(server).getConnection()) {
            int major = connection.getMetaData().getDatabaseMajorVersion();
            // an older one may not even know what is asked
            return major * 10_000 < ServerFacts.OLDEST
                    ? Suitability.tooOld(major * 10_000)
                    : new Reached(facts(connection, size));
        } catch (SQLException e) {
            return failed(e, server);
        }
    }

    private PGSimpleDataSource source(Server server) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {server.host()});
        source.setPortNumbers(new int[] {server.port()});
        source.setDatabaseName(server.database());
        source.setUser(server.username());
        source.setPassword(server.password());
        source.setApplicationName("neo-health");
        source.setConnectTimeout(seconds);
        source.setLoginTimeout(seconds);
        source.setSocketTimeout(seconds);
        // says what it would else ask the server for in a statement of its own
        source.setAssumeMinServerVersion("12");
        return source;
    }

    private static ServerFacts facts(Connection connection, @Nullable Long size) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FACTS)) {
            statement.setObject(1, size, Types.BIGINT);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new ServerFacts(
                        row.getInt(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getBoolean(4),
                        row.getObject(5, Long.class),
                        row.getLong(6),
                        row.getString(7),
                        row.getBoolean(8),
                        row.getBoolean(9));
            }
        }
    }

    /** The driver's own words could quote what it was given: only the server's are passed on. */
    private static Failed failed(SQLException e, Server server) {
        String state = stateOf(e);
        if (state.startsWith("28")) {
            return new Failed(
                    Problem.LOGIN_REFUSED,
                    "the server does not let the user '" + server.username()
                            + "' in: the name or the password is wrong, or its rules forbid it");
        }
        if (state.equals("3D000")) {
            return new Failed(Problem.UNKNOWN_DATABASE, "the server has no database named '" + server.database() + "'");
        }
        if (state.startsWith("08") || state.startsWith("57P") || state.equals("53300")) {
            return new Failed(
                    Problem.UNREACHABLE,
                    "no PostgreSQL takes connections at " + server.host() + ":" + server.port() + " (" + state + ")");
        }
        return new Failed(Problem.FAILED, "the server answered with error " + (state.isEmpty() ? "?" : state));
    }

    private static String stateOf(SQLException e) {
        @Nullable String state = e.getSQLState();
        return state == null ? "" : state;
    }
}
