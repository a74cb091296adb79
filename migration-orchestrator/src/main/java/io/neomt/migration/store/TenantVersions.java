package io.neomt.migration.store;

import static io.neomt.view.jooq.admin.admin.Tables.TENANTS;

import io.neomt.commons.connections.AdminDatabase;
import java.util.List;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** How many tenants' schemas are at which version of the template. */
public final class TenantVersions {

    private final AdminDatabase database;

    public TenantVersions(AdminDatabase database) {
        this.database = database;
    }

    /** Ordered by version; tenants without a schema come last. */
    public List<VersionCount> byVersion() {
        return database.read(dsl -> dsl.select(TENANTS.TEMPLATE_VERSION, DSL.count())
                .from(TENANTS)
                .groupBy(TENANTS.TEMPLATE_VERSION)
                .orderBy(TENANTS.TEMPLATE_VERSION.cast(Long.class).asc().nullsLast())
                .fetch(row -> new VersionCount(row.value1(), row.value2())));
    }

    /** @param templateVersion null for tenants that have no schema yet */
    public record VersionCount(@Nullable String templateVersion, long tenants) {}
}
