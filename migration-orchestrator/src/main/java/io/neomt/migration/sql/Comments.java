package io.neomt.migration.sql;

import io.neomt.migration.plan.lint.Statement.Allowance;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.StatementContext;

/**
 * Comments {@code -- neo:allow rule reason}: in front of a statement, in it, or behind it on its last line.
 *
 * @param tokens all of the script
 */
record Comments(List<Token> tokens, List<StatementContext> statements) {

    private static final Pattern ALLOW = Pattern.compile("--\\s*neo:allow\\s+(\\S+)[ \\t]*(.*?)\\s*");

    /** Of one of the statements, by its place. */
    List<Allowance> allowances(int statement) {
        List<Allowance> found = new ArrayList<>();
        for (Token token : tokens) {
            Matcher comment = ALLOW.matcher(token.getText());
            if (token.getChannel() != Token.DEFAULT_CHANNEL && comment.matches() && belongs(token, statement)) {
                found.add(new Allowance(comment.group(1), comment.group(2)));
            }
        }
        return found;
    }

    private boolean belongs(Token comment, int statement) {
        boolean behindTheOneBefore = statement > 0 && isAtOrBefore(comment, statement - 1);
        return isAtOrBefore(comment, statement) && !behindTheOneBefore;
    }

    private boolean isAtOrBefore(Token comment, int statement) {
        Token last = statements.get(statement).getStop();
        return comment.getTokenIndex() < last.getTokenIndex() || comment.getLine() == last.getLine();
    }
}
