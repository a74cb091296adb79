package io.neomt.migration.plan.lint;

import java.util.Locale;

/**
 * Something that a script had better do in another way.
 *
 * @param file the script's name
 * @param line where the statement begins
 * @param why what happens when it runs as it is
 * @param safeForm what to write instead
 */
public record Finding(
        String level,
        String file,
        int line,
        String rule,
        Severity severity,
        String statement,
        String why,
        String safeForm) {

    /** How bad it is. */
    public enum Severity {
        /** Stops those who work with the table for as long as the table is large, or breaks the version before. */
        ERROR,
        /** May do so, depending on what lint cannot see. */
        WARNING;

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
