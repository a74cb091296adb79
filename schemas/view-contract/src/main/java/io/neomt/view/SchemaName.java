package io.neomt.view;

import java.util.regex.Pattern;

/**
 * The name of a tenant's PostgreSQL schema; {@code tenant_<slug>}, dashes as underscores. The only way to name a schema
 * in SQL, so that no unchecked text ever becomes an identifier.
 */
public record SchemaName(String value) {

    private static final Pattern FORM = Pattern.compile("tenant_[a-z][a-z0-9_]{1,49}");

    /** @throws IllegalArgumentException when the name is not of the form {@code tenant_…} */
    public SchemaName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the name of a tenant schema: '" + value + "'");
        }
    }

    /** @param slug a tenant's slug: 2 to 50 of a-z, 0-9 and -, starting with a letter */
    public static SchemaName ofSlug(String slug) {
        return new SchemaName("tenant_" + slug.replace('-', '_'));
    }

    @Override
    public String toString() {
        return value;
    }
}
