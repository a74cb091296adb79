package io.neomt.provisioning.run;

import io.neomt.event.TenantId;
import java.util.Optional;

/** There is no identity provider. */
public final class NoRealms implements IdentityRealms {

    @Override
    public boolean configured() {
        return false;
    }

    @Override
    public Optional<String> ensure(TenantId tenant, String slug, String name, Optional<RealmAdmin> firstAdmin) {
        throw new RealmsUnavailableException("no identity provider is configured");
    }

    @Override
    public void disable(String slug) {}

    @Override
    public void enable(String slug) {}

    @Override
    public Optional<String> remove(String slug) {
        return Optional.empty();
    }
}
