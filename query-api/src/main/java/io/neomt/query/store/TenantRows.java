package io.neomt.query.store;

import io.neomt.query.lookup.TenantView;
import io.neomt.query.lookup.TenantView.Contact;
import io.neomt.query.lookup.TenantView.FirstAdmin;
import io.neomt.view.jooq.admin.admin.tables.records.TenantsRecord;
import java.util.ArrayList;
import java.util.List;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rows of tenants as they are shown. */
final class TenantRows {

    private TenantRows() {}

    static TenantView view(TenantsRecord row) {
        return new TenantView(
                row.getId(),
                row.getOrganizationId(),
                row.getName(),
                row.getSlug(),
                row.getSchemaName(),
                row.getStatus(),
                row.getDeploymentType(),
                row.getRegion(),
                row.getConnectionName(),
                row.getDatabaseRole(),
                row.getTemplateVersion(),
                row.getCreateRealm(),
                firstAdmin(row.getFirstAdmin()),
                contacts(row.getContacts()),
                row.getFailedStep(),
                row.getFailedReason(),
                row.getSuspendedReason(),
                row.getPurgeAfter(),
                row.getRestorableUntil(),
                row.getPurgeRequestedAt(),
                texts(row.getRemoved()),
                row.getVersion(),
                row.getCreatedAt(),
                row.getUpdatedAt());
    }

    private static @Nullable FirstAdmin firstAdmin(@Nullable JSONB json) {
        if (json == null) {
            return null;
        }
        JsonNode admin = JsonMapper.shared().readTree(json.data());
        return new FirstAdmin(text(admin, "username"), email(admin), text(admin, "display_name"));
    }

    private static List<Contact> contacts(JSONB json) {
        List<Contact> contacts = new ArrayList<>();
        for (JsonNode contact : JsonMapper.shared().readTree(json.data())) {
            contacts.add(new Contact(text(contact, "kind"), text(contact, "name"), email(contact)));
        }
        return contacts;
    }

    private static List<String> texts(JSONB json) {
        return JsonMapper.shared()
                .readTree(json.data())
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
    }

    private static String text(JsonNode json, String field) {
        return json.required(field).stringValue();
    }

    private static @Nullable String email(JsonNode json) {
        return json.has("email") ? text(json, "email") : null;
    }
}
