package io.neomt.command.store;

import static io.neomt.view.jooq.admin.admin.Tables.TENANTS;

import io.neomt.command.tenant.Life;
import io.neomt.command.tenant.TenantState;
import io.neomt.command.tenant.TenantState.Wish;
import io.neomt.command.tenant.TenantStatus;
import io.neomt.event.FirstAdmin;
import io.neomt.event.TenantContact;
import io.neomt.event.TenantId;
import io.neomt.view.TenantNotice;
import io.neomt.view.jooq.admin.admin.tables.records.TenantsRecord;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The rows of tenants. A row says what the fold of the tenant's events says, whatever was done to it at once. */
final class TenantRows {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String MIGRATED = """
            UPDATE admin.tenants t SET template_version = m.version
            FROM unnest(?::uuid[], ?::text[]) AS m (id, version)
            WHERE t.id = m.id AND t.template_version IS DISTINCT FROM m.version""";

    private TenantRows() {}

    /** @param time of the last event about the tenant */
    static void save(DSLContext dsl, TenantState.Existing tenant, long version, Instant time) {
        TenantsRecord insert = row(tenant, version, time);
        insert.setId(tenant.id().value());
        insert.setCreatedAt(time);
        insert.setPurgeRequestedAt(tenant.life().purging() ? time : null);
        dsl.insertInto(TENANTS)
                .set(insert)
                .onConflict(TENANTS.ID)
                .doUpdate()
                .set(row(tenant, version, time))
                .set(
                        TENANTS.PURGE_REQUESTED_AT,
                        DSL.coalesce(TENANTS.PURGE_REQUESTED_AT, DSL.excluded(TENANTS.PURGE_REQUESTED_AT)))
                // its own events tell of the one that it began with; it was perhaps migrated since
                .set(
                        TENANTS.TEMPLATE_VERSION,
                        DSL.coalesce(TENANTS.TEMPLATE_VERSION, DSL.excluded(TENANTS.TEMPLATE_VERSION)))
                .execute();
        if (!tenant.status().coming()) {
            tell(dsl, tenant);
        }
    }

    /** @param versions that the schemas of tenants are at; mostly written already, with the migration itself */
    static void migrated(DSLContext dsl, Map<TenantId, String> versions) {
        if (!versions.isEmpty()) {
            dsl.execute(
                    MIGRATED,
                    versions.keySet().stream().map(TenantId::value).toArray(UUID[]::new),
                    versions.values().toArray(String[]::new));
        }
    }

    /** Heard by every process that listens once this is committed, and not at all if it is not. */
    private static void tell(DSLContext dsl, TenantState.Existing tenant) {
        dsl.execute(
                "SELECT pg_notify({0}, {1})",
                DSL.val(TenantNotice.CHANNEL), DSL.val(tenant.id().toString()));
    }

    private static TenantsRecord row(TenantState.Existing tenant, long version, Instant time) {
        TenantsRecord row = new TenantsRecord();
        row.setName(tenant.name());
        row.setContacts(contacts(tenant.contacts()));
        put(row, tenant.wish());
        put(row, tenant.life());
        row.setVersion(version);
        row.setUpdatedAt(time);
        return row;
    }

    private static void put(TenantsRecord row, Wish wish) {
        row.setSlug(wish.slug());
        row.setSchemaName(wish.schemaName());
        row.setOrganizationId(
                wish.organizationId() == null ? null : wish.organizationId().value());
        row.setRegion(wish.region());
        row.setDeploymentType(wish.deploymentType().name().toLowerCase(Locale.ROOT));
        row.setCreateRealm(wish.createRealm());
        row.setFirstAdmin(admin(wish.firstAdmin()));
    }

    private static void put(TenantsRecord row, Life life) {
        row.setStatus(life.status().text());
        row.setConnectionName(connection(life));
        row.setDatabaseRole(life.placement() == null ? null : life.placement().databaseRole());
        row.setTemplateVersion(
                life.activation() == null ? null : life.activation().templateVersion());
        row.setFailedStep(life.failure() == null ? null : life.failure().step());
        row.setFailedReason(life.failure() == null ? null : life.failure().reason());
        row.setSuspendedReason(life.suspended());
        row.setPurgeAfter(life.until());
        row.setRemoved(removed(life));
        row.setRestorableUntil(life.status() == TenantStatus.DELETED ? life.until() : null);
    }

    private static @Nullable String connection(Life life) {
        if (life.activation() != null) {
            return life.activation().connectionName();
        }
        return life.placement() == null ? null : life.placement().connectionName();
    }

    private static JSONB removed(Life life) {
        ArrayNode list = JSON.createArrayNode();
        life.removed().forEach(list::add);
        return JSONB.valueOf(list.toString());
    }

    private static @Nullable JSONB admin(@Nullable FirstAdmin admin) {
        if (admin == null) {
            return null;
        }
        ObjectNode json =
                JSON.createObjectNode().put("username", admin.username()).put("display_name", admin.displayName());
        Nodes.put(json, "email", admin.email());
        return JSONB.valueOf(json.toString());
    }

    private static JSONB contacts(List<TenantContact> contacts) {
        ArrayNode list = JSON.createArrayNode();
        contacts.forEach(contact -> Nodes.put(
                list.addObject().put("kind", contact.kind()).put("name", contact.name()), "email", contact.email()));
        return JSONB.valueOf(list.toString());
    }
}
