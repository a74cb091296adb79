package io.neomt.migration.sql;

import io.neomt.migration.plan.lint.Linter.Parsed;
import io.neomt.migration.plan.lint.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.misc.Interval;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLLexer;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.StatementContext;

/** Scripts of PostgreSQL's SQL by the grammar of pgCodeKeeper. */
public final class SqlParser {

    private SqlParser() {}

    /** The statements of a script; those before the first that cannot be read, where there is such a one. */
    public static Parsed parse(String sql) {
        SQLLexer lexer = new SQLLexer(CharStreams.fromString(sql));
        CommonTokenStream tokens = new CommonTokenStream(lexer);
        SQLParser parser = new SQLParser(tokens);
        FirstProblem problem = new FirstProblem();
        lexer.removeErrorListeners();
        lexer.addErrorListener(problem);
        parser.removeErrorListeners();
        parser.addErrorListener(problem);
        List<StatementContext> all = parser.sql().statement();
        Comments comments = new Comments(tokens.getTokens(), all);
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            StatementContext statement = all.get(i);
            // a rule that was left in the middle has no end, or holds what was skipped
            if (problem.before(statement)) {
                break;
            }
            statements.add(new Statement(
                    statement.getStart().getLine(),
                    textOf(statement),
                    StatementReader.read(statement),
                    StatementReader.transactional(statement),
                    comments.allowances(i)));
        }
        return new Parsed(statements, problem.found());
    }

    /** As it was written. */
    static String textOf(ParserRuleContext context) {
        return context.getStart()
                .getInputStream()
                .getText(Interval.of(
                        context.getStart().getStartIndex(), context.getStop().getStopIndex()));
    }

    /** What the parser says first; what it says later follows from that. */
    private static final class FirstProblem extends BaseErrorListener {

        private static final int LONGEST = 200;

        private @Nullable Statement found;

        @Override
        public void syntaxError(
                Recognizer<?, ?> recognizer,
                @Nullable Object offending,
                int line,
                int column,
                String message,
                @Nullable RecognitionException e) {
            if (found == null) {
                String text = "line " + line + ": " + message;
                String shortened = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
                found = new Statement(line, shortened, List.of(), true, List.of());
            }
        }

        boolean before(StatementContext statement) {
            return found != null
                    && (statement.getStop() == null || statement.getStop().getLine() >= found.line());
        }

        Optional<Statement> found() {
            return Optional.ofNullable(found);
        }
    }
}
