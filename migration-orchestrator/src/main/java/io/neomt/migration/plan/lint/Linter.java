package io.neomt.migration.plan.lint;

import io.neomt.migration.plan.Script;
import io.neomt.migration.plan.lint.Rules.Hit;
import io.neomt.migration.plan.lint.Statement.Allowance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Looks at scripts without a database. What it says is about a table that is large and used: a script that has made its
 * table itself may do with it what it likes.
 */
public final class Linter {

    private final Function<String, Parsed> parser;

    /** @param parser of SQL */
    public Linter(Function<String, Parsed> parser) {
        this.parser = parser;
    }

    /**
     * @param statements in their order
     * @param problem where and why the parser could not go on; empty where it has read all
     */
    public record Parsed(List<Statement> statements, Optional<Statement> problem) {

        public Parsed {
            statements = List.copyOf(statements);
        }
    }

    /**
     * What is found in the scripts of one level.
     *
     * @param scripts oldest first
     * @param ownSchema whether each of several schemas gets them, so that they may not name any
     */
    public List<Finding> lint(String level, List<Script> scripts, boolean ownSchema) {
        Rules.Proven proven = new Rules.Proven();
        return scripts.stream()
                .flatMap(script -> lint(level, script, new Rules(proven), ownSchema).stream())
                .toList();
    }

    private List<Finding> lint(String level, Script script, Rules rules, boolean ownSchema) {
        Parsed parsed = parser.apply(script.sql());
        List<Finding> findings = new ArrayList<>();
        for (Statement statement : parsed.statements()) {
            List<Hit> hits = new ArrayList<>();
            statement.changes().forEach(change -> hits.addAll(rules.look(change)));
            hits.addAll(ofStatement(statement, parsed.statements().size(), ownSchema));
            hits.removeIf(hit -> statement.allowed().stream()
                    .anyMatch(allowed -> allowed.rule().equals(hit.rule().text())));
            hits.stream()
                    .distinct()
                    .map(hit -> hit.rule().at(level, script.name(), statement, hit.what()))
                    .forEach(findings::add);
        }
        parsed.problem()
                .map(problem -> Rule.UNREADABLE.at(level, script.name(), problem, problem.text()))
                .ifPresent(findings::add);
        return findings;
    }

    private static List<Hit> ofStatement(Statement statement, int statements, boolean ownSchema) {
        List<Hit> hits = new ArrayList<>();
        if (!statement.transactional() && statements > 1) {
            hits.add(new Hit(Rule.NOT_ALONE, ""));
        }
        if (ownSchema) {
            statement.changes().stream()
                    .flatMap(change -> Named.tables(change).stream())
                    .filter(table -> table.contains("."))
                    .map(table -> new Hit(Rule.OTHER_SCHEMA, table))
                    .forEach(hits::add);
        }
        statement.allowed().stream()
                .filter(allowed -> allowed.reason().isEmpty() || !Rule.isOne(allowed.rule()))
                .map(Allowance::rule)
                .map(rule -> new Hit(Rule.ALLOWED_WITHOUT_REASON, rule))
                .forEach(hits::add);
        return hits;
    }
}
