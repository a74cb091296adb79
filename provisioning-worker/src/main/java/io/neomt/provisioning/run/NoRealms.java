package io.neomt.provisioning.run;

import io.neomt.event.TenantId;
import java.util.Optional;

/** Where no identity provider is configured: whoever needs a realm waits until there is one. */
public final class NoRealms implements IdentityRealms {

    @Override
    public boolean configured() {
        return false;
    }

    @Override
    public Optional<String> ensure(TenantId tenant, String slug, String name, Optional<RealmAdmin> firstAdmin) {
        throw new RealmsUnavailableException("no identity provider is configured (neo.keycloak.url)");
    }

    @Override
    public void disable(String slug) {
        // nobody signs in
    }

    @Override
    public void enable(String slug) {
        // nobody signs in
    }

    @Override
    public Optional<String> remove(String slug) {
        return Optional.empty();
    }
}
