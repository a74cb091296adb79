package io.neomt.migration.plan.lint;

import io.neomt.migration.plan.lint.Finding.Severity;
import java.util.Arrays;
import java.util.Locale;

/** What lint looks for. Where the reasons and forms have {@code %s}, it stands for the table or what is named. */
public enum Rule {
    INDEX_LOCKS_WRITES(
            Severity.ERROR,
            "nobody can write to %s while the index is built",
            "CREATE INDEX CONCURRENTLY IF NOT EXISTS, in a script of its own"),
    INDEX_DROP_LOCKS(
            Severity.WARNING,
            "dropping %s waits for, and then blocks, everybody who uses its table",
            "DROP INDEX CONCURRENTLY IF EXISTS, in a script of its own"),
    REINDEX_LOCKS(
            Severity.ERROR,
            "nobody can write to %s while it is built anew",
            "REINDEX … CONCURRENTLY, in a script of its own"),
    TYPE_CHANGE(
            Severity.ERROR,
            "%s is written anew with all its indexes while nobody can read it, and the version before expects the old type",
            "add a column of the new type, write to both, fill it in batches, read from it, and drop the old one a release"
                    + " later"),
    TYPE_WIDENED(
            Severity.WARNING,
            "%s may be written anew while nobody can read it, depending on the old type; the dry run tells",
            "look at the dry run; where it shows a rewrite, add a column of the new type instead"),
    SET_NOT_NULL_SCANS(
            Severity.ERROR,
            "all of %s is read while nobody can read or write it",
            "ADD CONSTRAINT … CHECK (column IS NOT NULL) NOT VALID; in a later script VALIDATE CONSTRAINT, then SET NOT NULL"),
    NOT_NULL_WITHOUT_DEFAULT(
            Severity.ERROR,
            "fails where %s has rows, and the version before inserts rows without it",
            "add it with a constant DEFAULT, or nullable now and NOT NULL a release later"),
    VOLATILE_DEFAULT(
            Severity.ERROR,
            "%s is written anew while nobody can read it, since each row gets a value of its own",
            "add the column without a default, SET DEFAULT for new rows, and fill the old ones in batches"),
    STORED_COLUMN(
            Severity.ERROR,
            "%s is written anew while nobody can read it, since the column is computed for each row",
            "GENERATED ALWAYS AS (…) VIRTUAL, or a plain column that is filled in batches"),
    CONSTRAINT_SCANS(
            Severity.ERROR,
            "all of %s is read while nobody can write to it",
            "ADD CONSTRAINT … NOT VALID now, VALIDATE CONSTRAINT in a later script"),
    VALIDATED_AT_ONCE(
            Severity.WARNING,
            "%s is validated in the transaction that added the constraint, which holds its strong lock until the end",
            "VALIDATE CONSTRAINT in a later script"),
    UNIQUE_BUILDS_INDEX(
            Severity.ERROR,
            "nobody can read or write %s while its index is built",
            "CREATE UNIQUE INDEX CONCURRENTLY in a script of its own, then ADD CONSTRAINT … UNIQUE USING INDEX"),
    EXCLUDE_BUILDS_INDEX(
            Severity.WARNING,
            "nobody can read or write %s while its index is built, and PostgreSQL has no other way",
            "make it while the table is small, or in a new table that takes the old one's place"),
    RENAMED(
            Severity.ERROR,
            "the version before, which still runs, knows %s by the old name only",
            "add the new one beside it, write to both, and drop the old one a release later"),
    DROPPED(
            Severity.ERROR,
            "the version before, which still runs, uses %s",
            "stop using it in this release and drop it in the next, with a comment neo:allow that says so"),
    TABLE_REWRITE(
            Severity.ERROR,
            "%s is written anew while nobody can read it",
            "leave it to autovacuum, or move the rows to a new table in batches"),
    ALL_ROWS(
            Severity.WARNING,
            "every row of %s is locked and written in one transaction",
            "do it in batches outside of the migration, or with a WHERE that names few rows"),
    TRUNCATES(Severity.ERROR, "everything in %s is lost, for the version before as well", "DELETE what is not needed"),
    LOCKS_TABLE(Severity.ERROR, "everybody else waits for %s until the script has ended", "do without LOCK TABLE"),
    TRANSACTION_CONTROL(
            Severity.ERROR,
            "%s cuts the transaction in which the script runs together with its history",
            "leave it out: a script is applied whole or not at all"),
    NOT_ALONE(
            Severity.ERROR,
            "a statement that cannot run in a transaction stands with others, which stay when it fails",
            "put it into a script of its own"),
    SESSION_SETTING(Severity.WARNING, "%s stays set on the connection, which others get afterwards", "SET LOCAL"),
    OTHER_SCHEMA(
            Severity.ERROR,
            "%s is the same table for every tenant",
            "leave the schema out: the search path names the tenant's"),
    UNSEEN(
            Severity.WARNING,
            "lint does not see what the block does when it runs",
            "look at the dry run, or write plain statements"),
    UNREADABLE(Severity.WARNING, "the parser does not know this: %s", "look at the dry run"),
    ALLOWED_WITHOUT_REASON(
            Severity.ERROR, "a comment lets %s pass and does not say why", "-- neo:allow <rule> <reason>");

    private final Severity severity;
    private final String why;
    private final String safeForm;

    Rule(Severity severity, String why, String safeForm) {
        this.severity = severity;
        this.why = why;
        this.safeForm = safeForm;
    }

    /** As comments and answers name it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static boolean isOne(String text) {
        return Arrays.stream(values()).anyMatch(rule -> rule.text().equals(text));
    }

    /** @param what stands for {@code %s} */
    Finding at(String level, String file, Statement statement, String what) {
        return new Finding(
                level, file, statement.line(), text(), severity, statement.text(), why.replace("%s", what), safeForm);
    }
}
