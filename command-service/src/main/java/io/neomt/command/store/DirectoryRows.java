package io.neomt.command.store;

import static io.neomt.view.jooq.admin.admin.Tables.DATABASE_CONNECTIONS;
import static io.neomt.view.jooq.admin.admin.Tables.ORGANIZATIONS;
import static io.neomt.view.jooq.admin.admin.Tables.REGIONS;

import io.neomt.command.kernel.Subject;
import io.neomt.command.model.Aggregate;
import io.neomt.command.model.Versioned;
import io.neomt.command.tenant.TenantState;
import io.neomt.event.AccessEvent;
import io.neomt.event.CatalogueEvent;
import io.neomt.event.EventEnvelope;
import io.neomt.event.MigrationEvent;
import io.neomt.event.MigrationEvent.SchemaMigrated;
import io.neomt.event.OrganizationEvent.OrganizationCreated;
import io.neomt.event.ProjectionEvent;
import io.neomt.event.ResourceEvent;
import io.neomt.event.RoleEvent;
import io.neomt.event.TeamEvent;
import io.neomt.event.TemplateEvent;
import io.neomt.event.TenantEvent;
import io.neomt.event.TenantId;
import io.neomt.event.UserEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The directory of organizations and tenants, written with the events so that nobody finds a tenant late. */
final class DirectoryRows {

    private DirectoryRows() {}

    static boolean regionExists(DSLContext dsl, String code) {
        return dsl.fetchExists(REGIONS, REGIONS.CODE.eq(code).and(REGIONS.IS_ACTIVE));
    }

    static boolean connectionExists(DSLContext dsl, String name) {
        return dsl.fetchExists(DATABASE_CONNECTIONS, DATABASE_CONNECTIONS.CONNECTION_NAME.eq(name));
    }

    /** @param after what the events made of their subjects */
    static void apply(DSLContext dsl, List<EventEnvelope> events, Map<Subject, Versioned> after) {
        Map<TenantId, Instant> tenants = new LinkedHashMap<>();
        Map<TenantId, String> migrated = new LinkedHashMap<>();
        for (EventEnvelope envelope : events) {
            switch (envelope.event()) {
                case OrganizationCreated e ->
                    insert(
                            dsl,
                            e,
                            envelope.position().value(),
                            envelope.metadata().time());
                case TenantEvent e ->
                    tenants.put(e.tenantId(), envelope.metadata().time());
                case UserEvent _ -> {}
                case RoleEvent _ -> {}
                case TeamEvent _ -> {}
                case CatalogueEvent _ -> {}
                case ResourceEvent _ -> {}
                case AccessEvent _ -> {}
                case TemplateEvent _ -> {}
                case SchemaMigrated e when e.tenantId() != null -> migrated.put(e.tenantId(), e.toVersion());
                case MigrationEvent _ -> {}
                case ProjectionEvent _ -> {}
            }
        }
        TenantRows.migrated(dsl, migrated);
        tenants.forEach((tenant, time) -> save(dsl, after.get(Subject.of(tenant)), time));
    }

    private static void save(DSLContext dsl, @Nullable Versioned after, Instant time) {
        if (after != null && after.aggregate() instanceof Aggregate.OfTenant(TenantState.Existing tenant)) {
            TenantRows.save(dsl, tenant, after.version(), time);
        }
    }

    private static void insert(DSLContext dsl, OrganizationCreated e, long version, Instant time) {
        dsl.insertInto(ORGANIZATIONS)
                .set(ORGANIZATIONS.ID, e.organizationId().value())
                .set(ORGANIZATIONS.NAME, e.name())
                .set(ORGANIZATIONS.SLUG, e.slug())
                .set(ORGANIZATIONS.VERSION, version)
                .set(ORGANIZATIONS.CREATED_AT, time)
                .set(ORGANIZATIONS.UPDATED_AT, time)
                .execute();
    }
}
