package io.neomt.migration.plan.lint;

import io.neomt.migration.plan.lint.Change.Trait;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at the changes of one script, in order: what it has made itself has no rows and nobody who uses it. */
final class Rules {

    /** Any length of text fits into these, where it was text before. */
    private static final Set<String> WIDEST = Set.of("text", "varchar", "charactervarying");

    private static final Pattern IS_NOT_NULL =
            Pattern.compile("\\(?\\s*\"?(\\w+)\"?\\s+is\\s+not\\s+null\\s*\\)?", Pattern.CASE_INSENSITIVE);

    private final Proven proven;
    private final Set<String> made = new HashSet<>();
    private final Set<String> added = new HashSet<>();

    /** Columns of which a constraint says that they are never null; lives longer than one script. */
    record Proven(Set<String> claimed, Set<String> columns) {

        Proven() {
            this(new HashSet<>(), new HashSet<>());
        }
    }

    /** Something found. */
    record Hit(Rule rule, String what) {}

    Rules(Proven proven) {
        this.proven = proven;
    }

    List<Hit> look(Change change) {
        return switch (change) {
            case Change.Made it -> made(it);
            case Change.IndexMade it -> on(it.table(), !it.concurrently(), Rule.INDEX_LOCKS_WRITES);
            case Change.IndexDropped it -> hit(!it.concurrently(), Rule.INDEX_DROP_LOCKS, it.index());
            case Change.Reindexed it -> hit(!it.concurrently(), Rule.REINDEX_LOCKS, it.name());
            case Change.ColumnAdded it -> added(it);
            case Change.TypeChanged it -> on(it.table(), true, widened(it) ? Rule.TYPE_WIDENED : Rule.TYPE_CHANGE);
            case Change.NotNullSet it ->
                on(it.table(), !proven.columns().contains(key(it.table(), it.column())), Rule.SET_NOT_NULL_SCANS);
            case Change.ConstraintAdded it -> constraint(it);
            case Change.ConstraintValidated it -> validated(it);
            case Change.Renamed it -> hit(!isMade(it.table()), Rule.RENAMED, it.what());
            case Change.Dropped it -> hit(!isMade(it.table()), Rule.DROPPED, it.what());
            case Change.Rewritten it -> on(it.table(), true, Rule.TABLE_REWRITE);
            case Change.AllRowsChanged it -> on(it.table(), true, Rule.ALL_ROWS);
            case Change.Truncated it -> on(it.table(), true, Rule.TRUNCATES);
            case Change.Locked it -> on(it.table(), true, Rule.LOCKS_TABLE);
            case Change.TransactionControlled it -> hit(true, Rule.TRANSACTION_CONTROL, it.how());
            case Change.SessionSet it -> hit(true, Rule.SESSION_SETTING, it.setting());
            case Change.Procedural _ -> hit(true, Rule.UNSEEN, "");
        };
    }

    private List<Hit> made(Change.Made it) {
        made.add(it.name());
        return List.of();
    }

    private static boolean widened(Change.TypeChanged it) {
        return !it.computed() && WIDEST.contains(it.type().replace(" ", ""));
    }

    private List<Hit> added(Change.ColumnAdded it) {
        Set<Trait> traits = it.traits();
        boolean filled = traits.contains(Trait.DEFAULT) || traits.contains(Trait.STORED);
        List<Hit> hits = new ArrayList<>();
        hits.addAll(on(it.table(), traits.contains(Trait.VOLATILE_DEFAULT), Rule.VOLATILE_DEFAULT));
        hits.addAll(on(it.table(), traits.contains(Trait.STORED), Rule.STORED_COLUMN));
        hits.addAll(on(it.table(), traits.contains(Trait.NOT_NULL) && !filled, Rule.NOT_NULL_WITHOUT_DEFAULT));
        // PostgreSQL does not look at references of a column that is null everywhere
        boolean scans = traits.contains(Trait.CHECK) || (traits.contains(Trait.REFERENCES) && filled);
        hits.addAll(on(it.table(), scans, Rule.CONSTRAINT_SCANS));
        hits.addAll(on(it.table(), traits.contains(Trait.UNIQUE), Rule.UNIQUE_BUILDS_INDEX));
        return hits;
    }

    private List<Hit> constraint(Change.ConstraintAdded it) {
        String name = key(it.table(), it.name());
        added.add(name);
        Matcher notNull = IS_NOT_NULL.matcher(it.expression());
        if (notNull.matches()) {
            proven.claimed().add(name + "." + notNull.group(1));
            if (it.checked()) {
                proven.columns().add(key(it.table(), notNull.group(1)));
            }
        }
        return switch (it.kind()) {
            case CHECK, FOREIGN_KEY, NOT_NULL -> on(it.table(), it.checked(), Rule.CONSTRAINT_SCANS);
            case UNIQUE -> on(it.table(), true, Rule.UNIQUE_BUILDS_INDEX);
            case EXCLUDE -> on(it.table(), true, Rule.EXCLUDE_BUILDS_INDEX);
            case BY_INDEX -> List.of();
        };
    }

    private List<Hit> validated(Change.ConstraintValidated it) {
        String name = key(it.table(), it.name());
        proven.claimed().stream().filter(claim -> claim.startsWith(name + ".")).forEach(claim -> proven.columns()
                .add(key(it.table(), claim.substring(name.length() + 1))));
        return on(it.table(), added.contains(name), Rule.VALIDATED_AT_ONCE);
    }

    private static String key(String table, String name) {
        return table + "." + name;
    }

    private boolean isMade(String table) {
        return made.contains(table);
    }

    private List<Hit> on(String table, boolean found, Rule rule) {
        return hit(found && !isMade(table), rule, table);
    }

    private static List<Hit> hit(boolean found, Rule rule, String what) {
        return found ? List.of(new Hit(rule, what)) : List.of();
    }
}
