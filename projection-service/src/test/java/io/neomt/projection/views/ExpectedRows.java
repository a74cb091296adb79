package io.neomt.projection.views;

import static io.neomt.projection.views.MemoryTables.columns;
import static io.neomt.projection.views.MemoryTables.permission;

import io.neomt.event.AccessEvent.AccessGranted;
import io.neomt.event.AccessEvent.AccessRevoked;
import io.neomt.event.CatalogueEvent.PermissionDefined;
import io.neomt.event.CatalogueEvent.PermissionWithdrawn;
import io.neomt.event.EventEnvelope;
import io.neomt.event.MigrationEvent;
import io.neomt.event.ProjectionEvent;
import io.neomt.event.ResourceEvent.ResourceRegistered;
import io.neomt.event.ResourceEvent.ResourceRemoved;
import io.neomt.event.RoleEvent;
import io.neomt.event.TeamEvent;
import io.neomt.event.TemplateEvent.RoleTemplateDefined;
import io.neomt.event.TemplateEvent.RoleTemplateRemoved;
import io.neomt.event.TenantEvent.TenantSettingsChanged;
import io.neomt.event.UserEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rows of a tenant's schema after some events, made from them in the plainest way. */
final class ExpectedRows {

    private final MemoryTables tables = new MemoryTables();
    private final ExpectedHolders holders = new ExpectedHolders(tables);

    private ExpectedRows() {}

    /** All rows by table, without tables that are empty. */
    static Map<String, Set<Map<String, String>>> after(List<EventEnvelope> events) {
        ExpectedRows rows = new ExpectedRows();
        events.forEach(rows::add);
        return rows.tables.all();
    }

    private void add(EventEnvelope envelope) {
        Instant at = envelope.metadata().time();
        List<@Nullable Object> last = columns("version", envelope.position(), "updated_at", at);
        switch (envelope.event()) {
            case UserEvent e -> holders.add(e, at, last);
            case RoleEvent e -> holders.add(e, at, last);
            case TeamEvent e -> holders.add(e, at, last);
            case ResourceRegistered e -> {
                tables.remove("removed_resources", e.instance());
                tables.putNew("resources", e.instance(), columns("created_at", at));
                tables.put(
                        "resources",
                        e.instance(),
                        columns(
                                "type",
                                e.instance().type(),
                                "id",
                                e.instance().id(),
                                "owner_id",
                                e.owner(),
                                "team_id",
                                e.team(),
                                "properties",
                                e.properties(),
                                last));
            }
            case ResourceRemoved e -> {
                tables.remove("resources", e.instance());
                tables.put(
                        "removed_resources",
                        e.instance(),
                        columns("type", e.instance().type(), "id", e.instance().id()));
            }
            case AccessGranted e -> {
                tables.put(
                        "guests",
                        e.accessGrantId(),
                        columns("access_grant_id", e.accessGrantId(), "user_id", e.user()));
                tables.put(
                        "access_grants",
                        e.accessGrantId(),
                        columns(
                                "id",
                                e.accessGrantId(),
                                "home_tenant_id",
                                e.home(),
                                "user_id",
                                e.user(),
                                "granted_at",
                                at,
                                permission(e.permission())));
            }
            case AccessRevoked e -> tables.remove("access_grants", e.accessGrantId());
            case PermissionDefined e -> {
                tables.putNew("permissions", e.code(), columns("created_at", at, "is_system", false));
                tables.put(
                        "permissions",
                        e.code(),
                        columns(
                                "code",
                                e.code(),
                                "description",
                                e.description(),
                                "resource_type",
                                e.resourceType(),
                                last));
            }
            case PermissionWithdrawn e -> tables.remove("permissions", e.code());
            case RoleTemplateDefined e -> {
                tables.putNew("role_templates", e.name(), columns("created_at", at));
                tables.put(
                        "role_templates",
                        e.name(),
                        columns(
                                "name",
                                e.name(),
                                "description",
                                e.description(),
                                "permissions",
                                e.permissions().toString(),
                                last));
            }
            case MigrationEvent _, ProjectionEvent _ -> {}
            case RoleTemplateRemoved e -> tables.remove("role_templates", e.name());
            case TenantSettingsChanged e ->
                tables.put(
                        "settings",
                        "free",
                        columns("key", "free_permission_codes", "value", e.freePermissionCodes(), last));
            default -> {}
        }
    }
}
