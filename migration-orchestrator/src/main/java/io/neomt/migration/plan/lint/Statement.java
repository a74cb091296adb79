package io.neomt.migration.plan.lint;

import java.util.List;

/**
 * One statement of a script.
 *
 * @param line where it begins, from 1
 * @param text without the semicolon
 * @param changes in the order in which it makes them
 * @param transactional whether PostgreSQL runs it in a transaction
 * @param allowed what comments at it let pass
 */
public record Statement(int line, String text, List<Change> changes, boolean transactional, List<Allowance> allowed) {

    public Statement {
        changes = List.copyOf(changes);
        allowed = List.copyOf(allowed);
    }

    /** @param reason empty where none was given */
    public record Allowance(String rule, String reason) {}
}
