package io.neomt.migration.store.direct;

import io.neomt.migration.plan.Script;
import io.neomt.view.Migrations;
import org.jooq.impl.DSL;

/**
 * A script, and what becomes of its line in the history with it.
 *
 * @param history SQL
 */
record Step(Script script, String history) {

    private static final String HISTORY = Migrations.HISTORY_TABLE;
    private static final String NEXT_RANK = "(SELECT coalesce(max(installed_rank), 0) + 1 FROM " + HISTORY + ")";

    static Step apply(Script script) {
        return apply(script, NEXT_RANK);
    }

    /** @param rank in the history; PostgreSQL need not look for one that is known */
    static Step apply(Script script, int rank) {
        return apply(script, Integer.toString(rank));
    }

    /** As Flyway would write it. */
    private static Step apply(Script script, String rank) {
        return new Step(
                script,
                "INSERT INTO " + HISTORY
                        + " (installed_rank, version, description, type, script, checksum, installed_by, execution_time,"
                        + " success) VALUES (%s, %s, %s, 'SQL', %s, %d, current_user,"
                                .formatted(
                                        rank,
                                        DSL.inline(script.version().value()),
                                        DSL.inline(script.description()),
                                        DSL.inline(script.name()),
                                        script.checksum())
                        + " (extract(epoch FROM clock_timestamp() - transaction_timestamp()) * 1000)::integer, true)");
    }

    /** For Flyway it is as if the version had never been applied. */
    static Step undo(Script script) {
        return new Step(
                script,
                "DELETE FROM " + HISTORY + " WHERE version = "
                        + DSL.inline(script.version().value()));
    }

    /** Both, the script first. It may end in a comment, without a semicolon, or both. */
    String sql() {
        return script.sql() + "\n;\n" + history + ";\n";
    }
}
