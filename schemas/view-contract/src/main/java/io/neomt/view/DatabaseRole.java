package io.neomt.view;

import io.neomt.event.TenantId;
import java.util.regex.Pattern;

/**
 * The name of the PostgreSQL role that may read and write the rows of one tenant, and nothing else. Roles belong to a
 * whole server, where tenants of several platforms may have the same slug, so they are named by the tenant's id. A
 * tenant with a database of its own has it under the same name.
 */
public record DatabaseRole(String value) {

    private static final String PREFIX = "neo_tenant_";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[0-9a-f]{32}");

    /** @throws IllegalArgumentException when the name is not of the form {@code neo_tenant_…} */
    public DatabaseRole {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not the name of a tenant's database role: '" + value + "'");
        }
    }

    public static DatabaseRole of(TenantId tenant) {
        return new DatabaseRole(PREFIX + tenant.toString().replace("-", ""));
    }

    @Override
    public String toString() {
        return value;
    }
}
