package io.neomt.provisioning.keycloak;

import io.neomt.event.TenantId;
import io.neomt.provisioning.keycloak.AdminClient.Reply;
import io.neomt.provisioning.run.IdentityRealms;
import io.neomt.provisioning.run.RealmAdmin;
import io.neomt.provisioning.run.RealmsUnavailableException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One realm for all tenants, an organization in it for each: for more tenants than Keycloak bears realms. Users are named
 * {@code user@slug} in it, since names are unique in a realm.
 */
public final class KeycloakOrganizations implements IdentityRealms {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int PAGE = 100;

    private final AdminClient keycloak;
    private final Documents documents;
    private final String realm;
    private final String organizations;

    /** @param realm made with the first tenant */
    public KeycloakOrganizations(AdminClient keycloak, Documents documents, String realm) {
        this.keycloak = keycloak;
        this.documents = documents;
        this.realm = realm;
        this.organizations = "/" + realm + "/organizations";
    }

    @Override
    public boolean configured() {
        return true;
    }

    @Override
    public Optional<String> ensure(TenantId tenant, String slug, String name, Optional<RealmAdmin> firstAdmin) {
        ensureRealm();
        Optional<JsonNode> there = find(slug);
        if (there.isEmpty()) {
            Map<String, Object> organization = organization(slug, true);
            organization.put("attributes", Map.of(Documents.TENANT, List.of(tenant.toString())));
            keycloak.call("POST", organizations, organization, CONFLICT);
            there = find(slug);
        }
        JsonNode mine = there.filter(found -> owner(found).equals(tenant.toString()))
                .orElseThrow(() -> new RealmsUnavailableException(
                        "there is an organization " + slug + " that is not this tenant's; remove or rename it"));
        if (!mine.path("enabled").asBoolean(true)) {
            // of a tenant that is restored
            enable(slug);
        }
        return firstAdmin.map(admin -> admin(tenant, slug, id(mine), admin));
    }

    @Override
    public void disable(String slug) {
        enabled(slug, false);
    }

    @Override
    public void enable(String slug) {
        enabled(slug, true);
    }

    @Override
    public Optional<String> remove(String slug) {
        // one that was made by somebody else is left alone
        Optional<JsonNode> there = find(slug).filter(found -> !owner(found).isEmpty());
        there.ifPresent(found -> {
            removeUsers(slug, id(found));
            keycloak.call("DELETE", organizations + "/" + id(found), null, NOT_FOUND);
        });
        return there.map(_ -> "organization " + slug + " of realm " + realm);
    }

    private void ensureRealm() {
        if (keycloak.call("GET", "/" + realm, null, NOT_FOUND).status() == NOT_FOUND) {
            Map<String, Object> document = new LinkedHashMap<>(documents.realm(realm));
            document.put("organizationsEnabled", true);
            // an address may be known to several tenants, and is nobody's name
            document.put("duplicateEmailsAllowed", true);
            document.put("loginWithEmailAllowed", false);
            keycloak.call("POST", "", document, CONFLICT);
        }
    }

    private void enabled(String slug, boolean enabled) {
        find(slug).ifPresent(found -> {
            Map<String, Object> organization = organization(slug, enabled);
            organization.put("attributes", found.path("attributes"));
            keycloak.call("PUT", organizations + "/" + id(found), organization, NOT_FOUND);
        });
    }

    private Optional<JsonNode> find(String slug) {
        String query = "?search=" + slug + "&exact=true&briefRepresentation=false";
        Reply found = keycloak.call("GET", organizations + query, null, NOT_FOUND);
        return found.body()
                .valueStream()
                .filter(each -> each.path("alias").asString("").equals(slug))
                .findFirst();
    }

    private String admin(TenantId tenant, String slug, String organization, RealmAdmin admin) {
        Map<String, Object> users = documents.admin(tenant, admin.username() + "@" + slug, admin);
        String user = Imported.id(
                keycloak.call("POST", "/" + realm + "/partialImport", users).body());
        keycloak.call("POST", organizations + "/" + organization + "/members", user, CONFLICT);
        return user;
    }

    /** Those who are named after the tenant; whoever merely visits it stays. */
    private void removeUsers(String slug, String organization) {
        String members = organizations + "/" + organization + "/members?max=" + PAGE + "&first=";
        int visitors = 0;
        List<JsonNode> page;
        do {
            page = keycloak.call("GET", members + visitors, null)
                    .body()
                    .valueStream()
                    .toList();
            List<JsonNode> own = page.stream()
                    .filter(member -> member.path("username").asString("").endsWith("@" + slug))
                    .toList();
            own.forEach(member -> keycloak.call("DELETE", "/" + realm + "/users/" + id(member), null, NOT_FOUND));
            visitors += page.size() - own.size();
        } while (page.size() == PAGE);
    }

    private static Map<String, Object> organization(String slug, boolean enabled) {
        Map<String, Object> organization = new LinkedHashMap<>();
        organization.put("name", slug);
        organization.put("alias", slug);
        organization.put("enabled", enabled);
        return organization;
    }

    /** The tenant that an organization was made for; empty where it is no tenant's. */
    private static String owner(JsonNode organization) {
        return organization.path("attributes").path(Documents.TENANT).path(0).asString("");
    }

    private static String id(JsonNode node) {
        return node.path("id").asString();
    }
}
