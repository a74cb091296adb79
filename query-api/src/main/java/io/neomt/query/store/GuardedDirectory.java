package io.neomt.query.store;

import io.neomt.commons.connections.Tenant;
import io.neomt.commons.connections.TenantDirectory;
import io.neomt.event.TenantId;
import java.util.Optional;

/** Says of a directory that cannot be read what is said of every database that cannot. */
public final class GuardedDirectory implements TenantDirectory {

    private final TenantDirectory directory;

    public GuardedDirectory(TenantDirectory directory) {
        this.directory = directory;
    }

    @Override
    public Optional<Tenant> find(TenantId id) {
        return Guard.read(() -> directory.find(id));
    }

    @Override
    public Optional<Tenant> find(String slug) {
        return Guard.read(() -> directory.find(slug));
    }
}
