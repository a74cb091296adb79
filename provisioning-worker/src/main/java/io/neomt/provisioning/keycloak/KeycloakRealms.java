package io.neomt.provisioning.keycloak;

import io.neomt.event.TenantId;
import io.neomt.provisioning.keycloak.AdminClient.Reply;
import io.neomt.provisioning.run.IdentityRealms;
import io.neomt.provisioning.run.RealmAdmin;
import io.neomt.provisioning.run.RealmsUnavailableException;
import io.neomt.view.RealmClients;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A realm for each tenant: a spare one that gets the tenant's name, or a new one. */
public final class KeycloakRealms implements IdentityRealms {

    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final AdminClient keycloak;
    private final Documents documents;
    private final SpareRealms spares;

    public KeycloakRealms(AdminClient keycloak, Documents documents, SpareRealms spares) {
        this.keycloak = keycloak;
        this.documents = documents;
        this.spares = spares;
    }

    @Override
    public boolean configured() {
        return true;
    }

    @Override
    public Optional<String> ensure(TenantId tenant, String slug, String name, Optional<RealmAdmin> firstAdmin) {
        String realm = RealmClients.realmOf(slug);
        if (!exists(realm, tenant) && !fromSpare(realm, name, tenant)) {
            create(realm, name, tenant);
        }
        return firstAdmin.map(admin -> admin(realm, tenant, admin));
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
        String realm = RealmClients.realmOf(slug);
        if (owner(keycloak.call("GET", "/" + realm, null, NOT_FOUND)).isEmpty()) {
            // not there, or made by somebody else, who may want to keep it
            return Optional.empty();
        }
        Reply reply = keycloak.call("DELETE", "/" + realm, null, NOT_FOUND);
        return reply.status() == NOT_FOUND ? Optional.empty() : Optional.of("realm " + realm);
    }

    private void enabled(String slug, boolean enabled) {
        keycloak.call("PUT", "/" + RealmClients.realmOf(slug), Map.of("enabled", enabled), NOT_FOUND);
    }

    /** @throws RealmsUnavailableException when it is another tenant's */
    private boolean exists(String realm, TenantId tenant) {
        Reply reply = keycloak.call("GET", "/" + realm, null, NOT_FOUND);
        if (reply.status() == NOT_FOUND) {
            return false;
        }
        if (!owner(reply).equals(tenant.toString())) {
            throw new RealmsUnavailableException(
                    "there is a realm " + realm + " that is not this tenant's; remove or rename it");
        }
        // an attempt that took a spare may have ended here; and a tenant that is restored was closed
        takeOver(realm);
        if (!reply.body().path("enabled").asBoolean(true)) {
            keycloak.call("PUT", "/" + realm, Map.of("enabled", true));
        }
        return true;
    }

    /** The tenant that a realm was made for; empty where it is no tenant's. */
    private static String owner(Reply realm) {
        return realm.body().path("attributes").path(Documents.TENANT).asString("");
    }

    private boolean fromSpare(String realm, String name, TenantId tenant) {
        for (String spare : spares.names()) {
            Map<String, Object> identity = Documents.identity(realm, name, tenant);
            Reply reply = keycloak.call("PUT", "/" + spare, identity, NOT_FOUND, CONFLICT);
            if (reply.status() == CONFLICT) {
                throw new RealmsUnavailableException("realm " + realm + " is being made elsewhere");
            }
            // taken by another worker, or removed by hand
            spares.remove(spare);
            if (reply.status() != NOT_FOUND) {
                takeOver(realm);
                return true;
            }
        }
        return false;
    }

    /** The secret of the realm's client depends on the realm's name. */
    private void takeOver(String realm) {
        String clients = "/" + realm + "/clients";
        Reply found = keycloak.call("GET", clients + "?clientId=" + RealmClients.API, null);
        String id = found.body().path(0).path("id").asString("");
        Map<String, Object> change = Map.of("clientId", RealmClients.API, "secret", documents.apiSecret(realm));
        keycloak.call("PUT", clients + "/" + id, change);
    }

    private void create(String realm, String name, TenantId tenant) {
        Map<String, Object> document = new LinkedHashMap<>(documents.realm(realm));
        document.putAll(Documents.identity(realm, name, tenant));
        if (keycloak.call("POST", "", document, CONFLICT).status() == CONFLICT) {
            throw new RealmsUnavailableException("realm " + realm + " is being made elsewhere");
        }
    }

    private String admin(String realm, TenantId tenant, RealmAdmin admin) {
        Map<String, Object> users = documents.admin(tenant, admin.username(), admin);
        Reply reply = keycloak.call("POST", "/" + realm + "/partialImport", users);
        return Imported.id(reply.body());
    }
}
