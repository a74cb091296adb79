package io.neomt.deploy.cli.access;

import org.jspecify.annotations.Nullable;

/** The query of an address. */
public final class Query {

    private Query() {}

    /** @param pairs names and values in turns; a name without a value is left out */
    public static String of(@Nullable String... pairs) {
        StringBuilder query = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            String value = pairs[i + 1];
            if (value != null) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(pairs[i])
                        .append('=')
                        .append(InTenant.encode(value));
            }
        }
        return query.toString();
    }
}
