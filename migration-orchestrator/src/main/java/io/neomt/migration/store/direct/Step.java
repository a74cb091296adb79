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

    /** As Flyway would write it. */
    static Step apply(Script script) {
        return new Step(
                script,
                "INSERT INTO " + HISTORY
                        + " (installed_rank, version, description, type, script, checksum, installed_by, execution_time,"
                        + " success) SELECT coalesce(max(installed_rank), 0) + 1, %s, %s, 'SQL', %s, %d, current_user,"
                                .formatted(
                                        DSL.inline(script.version().value()),
                                        DSL.inline(script.description()),
                                        DSL.inline(script.name()),
                                        script.checksum())
                        + " (extract(epoch FROM clock_timestamp() - transaction_timestamp()) * 1000)::integer, true FROM "
                        + HISTORY);
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
