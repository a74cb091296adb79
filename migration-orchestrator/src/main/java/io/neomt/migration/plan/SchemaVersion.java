package io.neomt.migration.plan;

import java.util.regex.Pattern;

/** The number of a migration, as in {@code V1002__directory.sql}. Compared as a number: 9 comes before 10. */
public record SchemaVersion(String value) implements Comparable<SchemaVersion> {

    private static final Pattern FORM = Pattern.compile("[1-9][0-9]{0,17}");

    /** @throws IllegalArgumentException when the text is not a positive whole number */
    public SchemaVersion {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the version of a schema: '" + value + "'");
        }
    }

    @Override
    public int compareTo(SchemaVersion other) {
        return Long.compare(Long.parseLong(value), Long.parseLong(other.value));
    }

    @Override
    public String toString() {
        return value;
    }
}
