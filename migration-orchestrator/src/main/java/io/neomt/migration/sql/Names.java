package io.neomt.migration.sql;

import io.neomt.migration.plan.lint.Change;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.ParserRuleContext;
import org.pgcodekeeper.core.parsers.antlr.pg.generated.SQLParser.Set_statementContext;

/** Names as PostgreSQL knows them. */
final class Names {

    private static final Pattern NEEDLESS = Pattern.compile("\"([a-z_][a-z0-9_$]*)\"");

    private Names() {}

    /** With the schema where one is written; small letters unless it is quoted. */
    static String of(ParserRuleContext name) {
        String text = name.getText();
        return NEEDLESS.matcher(text.contains("\"") ? text : text.toLowerCase(Locale.ROOT))
                .replaceAll("$1");
    }

    /** A setting that outlives the transaction. */
    static Optional<Change> sessionSetting(Set_statementContext set) {
        var action = set.set_action();
        var option = action.session_local_option();
        if (option == null || action.LOCAL() != null) {
            return Optional.empty();
        }
        return Optional.of(new Change.SessionSet(
                option.config_param == null ? SqlParser.textOf(option) : of(option.config_param)));
    }
}
