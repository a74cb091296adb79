package io.neomt.command.store;

import static io.neomt.view.jooq.admin.admin.Tables.DATABASE_CONNECTIONS;
import static io.neomt.view.jooq.admin.admin.Tables.ORGANIZATIONS;
import static io.neomt.view.jooq.admin.admin.Tables.TENANTS;

import io.neomt.event.AccessEvent;
import io.neomt.event.CatalogueEvent;
import io.neomt.event.EventEnvelope;
import io.neomt.event.OrganizationEvent.OrganizationCreated;
import io.neomt.event.ResourceEvent;
import io.neomt.event.RoleEvent;
import io.neomt.event.TeamEvent;
import io.neomt.event.TemplateEvent;
import io.neomt.event.TenantEvent.TenantActivated;
import io.neomt.event.TenantEvent.TenantRequested;
import io.neomt.event.TenantEvent.TenantSettingsChanged;
import io.neomt.event.TenantId;
import io.neomt.event.UserEvent;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jooq.DSLContext;

/** The directory of organizations and tenants, written with the events so that nobody finds a tenant late. */
final class DirectoryRows {

    private DirectoryRows() {}

    static boolean connectionExists(DSLContext dsl, String name) {
        return dsl.fetchExists(DATABASE_CONNECTIONS, DATABASE_CONNECTIONS.CONNECTION_NAME.eq(name));
    }

    static void apply(DSLContext dsl, List<EventEnvelope> events) {
        for (EventEnvelope envelope : events) {
            long version = envelope.position().value();
            Instant time = envelope.metadata().time();
            switch (envelope.event()) {
                case OrganizationCreated e -> insert(dsl, e, version, time);
                case TenantRequested e -> insert(dsl, e, version, time);
                case TenantActivated e -> update(dsl, e, version, time);
                case UserEvent _ -> {}
                case RoleEvent _ -> {}
                case TenantSettingsChanged e -> touch(dsl, e.tenantId(), version, time);
                case TeamEvent _ -> {}
                case CatalogueEvent _ -> {}
                case ResourceEvent _ -> {}
                case AccessEvent _ -> {}
                case TemplateEvent _ -> {}
            }
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

    private static void insert(DSLContext dsl, TenantRequested e, long version, Instant time) {
        dsl.insertInto(TENANTS)
                .set(TENANTS.ID, e.tenantId().value())
                .set(
                        TENANTS.ORGANIZATION_ID,
                        e.organizationId() == null ? null : e.organizationId().value())
                .set(TENANTS.NAME, e.name())
                .set(TENANTS.SLUG, e.slug())
                .set(TENANTS.SCHEMA_NAME, e.schemaName())
                .set(TENANTS.STATUS, "requested")
                .set(TENANTS.DEPLOYMENT_TYPE, e.deploymentType().name().toLowerCase(Locale.ROOT))
                .set(TENANTS.REGION, e.region())
                .set(TENANTS.VERSION, version)
                .set(TENANTS.CREATED_AT, time)
                .set(TENANTS.UPDATED_AT, time)
                .execute();
    }

    private static void update(DSLContext dsl, TenantActivated e, long version, Instant time) {
        dsl.update(TENANTS)
                .set(TENANTS.STATUS, "active")
                .set(TENANTS.CONNECTION_NAME, e.connectionName())
                .set(TENANTS.TEMPLATE_VERSION, e.templateVersion())
                .set(TENANTS.VERSION, version)
                .set(TENANTS.UPDATED_AT, time)
                .where(TENANTS.ID.eq(e.tenantId().value()))
                .execute();
    }

    private static void touch(DSLContext dsl, TenantId tenant, long version, Instant time) {
        dsl.update(TENANTS)
                .set(TENANTS.VERSION, version)
                .set(TENANTS.UPDATED_AT, time)
                .where(TENANTS.ID.eq(tenant.value()))
                .execute();
    }
}
