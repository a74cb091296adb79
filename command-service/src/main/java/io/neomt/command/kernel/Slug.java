package io.neomt.command.kernel;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * The short name of a tenant or organization in addresses, schemas and realms; never changed. Holds no underscore, so
 * that no two slugs give the same schema.
 */
public record Slug(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{1,48}[a-z0-9]");
    private static final Set<String> RESERVED = Set.of(
            "admin",
            "api",
            "auth",
            "default",
            "eventstore",
            "health",
            "internal",
            "master",
            "metrics",
            "neo",
            "platform",
            "postgres",
            "public",
            "root",
            "static",
            "system",
            "template",
            "tenant",
            "www");

    /** @throws InvalidFieldException when it is not of the form */
    public Slug {
        Field.matching(
                FORM, "slug", value, "is 3 to 50 of a-z, 0-9 and '-', starting with a letter and not ending with '-'");
    }

    /** Whether only the platform itself may use it. */
    public boolean reserved() {
        return RESERVED.contains(value) || value.startsWith("pg-");
    }

    @Override
    public String toString() {
        return value;
    }
}
