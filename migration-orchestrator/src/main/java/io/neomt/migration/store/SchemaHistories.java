package io.neomt.migration.store;

import io.neomt.commons.connections.DatabaseUnavailableException;
import io.neomt.commons.connections.UnknownConnectionException;
import io.neomt.migration.plan.AppliedMigration;
import io.neomt.migration.plan.fleet.Target;
import io.neomt.migration.run.Validation;
import io.neomt.migration.store.FleetMigrator.Databases;
import io.neomt.migration.store.direct.History;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Histories as the schemas have them. One that cannot be read is named in the log.
 *
 * @param patience how long one may take
 */
public record SchemaHistories(Databases databases, Duration patience) implements Validation.Histories {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaHistories.class);

    @Override
    public Optional<List<AppliedMigration>> of(Target target) {
        try (Connection connection = databases.of(target).getConnection()) {
            return Optional.of(read(connection, target.schema()));
        } catch (SQLException | DataAccessException | DatabaseUnavailableException | UnknownConnectionException e) {
            LOG.warn("which scripts were applied to {} cannot be asked: {}", target.name(), e.getMessage());
            return Optional.empty();
        }
    }

    private List<AppliedMigration> read(Connection connection, String schema) throws SQLException {
        try {
            DSLContext dsl = DSL.using(connection, SQLDialect.POSTGRES);
            dsl.execute("SET LOCAL statement_timeout = %d; SET LOCAL search_path TO %s"
                    .formatted(patience.toMillis(), DSL.quotedName(schema)));
            return History.read(dsl);
        } finally {
            connection.rollback();
        }
    }
}
