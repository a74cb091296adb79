package io.neomt.migration.plan;

import java.util.regex.Pattern;

/**
 * One migration.
 *
 * @param name of its file
 * @param checksum as Flyway computes it
 */
public record Script(SchemaVersion version, String description, String name, int checksum, String sql) {

    private static final Pattern OUTSIDE = Pattern.compile("\\bCONCURRENTLY\\b|\\bVACUUM\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMMENTS = Pattern.compile("--[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);

    /** Whether PostgreSQL runs it in a transaction. */
    public boolean transactional() {
        return !OUTSIDE.matcher(COMMENTS.matcher(sql).replaceAll("")).find();
    }

    public ShippedMigration shipped() {
        return new ShippedMigration(version, name, checksum);
    }
}
