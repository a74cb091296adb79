package io.neomt.migration.store;

import static io.neomt.view.jooq.admin.admin.Tables.TENANTS;

import io.neomt.commons.connections.AdminDatabase;
import io.neomt.migration.plan.SchemaVersion;
import io.neomt.migration.plan.fleet.Level;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Which of some tenants are behind. */
public final class LateTenants {

    private final AdminDatabase database;
    private final Supplier<Map<Level, SchemaVersion>> required;

    /** @param required the version that each level has to be at */
    public LateTenants(AdminDatabase database, Supplier<Map<Level, SchemaVersion>> required) {
        this.database = database;
        this.required = required;
    }

    /** Slugs of those that can be used and are below the version. */
    public List<String> among(Set<UUID> tenants) {
        String newest = Objects.requireNonNull(required.get().get(Level.TENANT)).value();
        return database.read(dsl -> dsl.select(TENANTS.SLUG)
                .from(TENANTS)
                .where(TENANTS.ID.in(tenants))
                .and(TENANTS.STATUS.eq("active"))
                .and(TENANTS.CONNECTION_NAME.isNotNull())
                .and(TENANTS.TEMPLATE_VERSION
                        .isNull()
                        .or(TENANTS.TEMPLATE_VERSION.cast(Long.class).lt(Long.valueOf(newest))))
                .orderBy(TENANTS.SLUG)
                .fetch(TENANTS.SLUG));
    }
}
