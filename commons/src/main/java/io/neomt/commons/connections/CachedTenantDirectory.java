package io.neomt.commons.connections;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.neomt.event.TenantId;
import java.time.Duration;
import java.util.Optional;

/**
 * Remembers active tenants for a second. A tenant that is missing or not yet active is read anew each time, so that its
 * activation is seen at once; a second bounds how long any other change goes unseen.
 */
public final class CachedTenantDirectory implements TenantDirectory {

    private static final Duration REMEMBERED = Duration.ofSeconds(1);
    private static final int MOST_TENANTS = 100_000;

    private final TenantDirectory directory;
    private final Cache<TenantId, Tenant> byId = cache();
    private final Cache<String, Tenant> bySlug = cache();

    public CachedTenantDirectory(TenantDirectory directory) {
        this.directory = directory;
    }

    @Override
    public Optional<Tenant> find(TenantId id) {
        Tenant known = byId.getIfPresent(id);
        return known != null ? Optional.of(known) : directory.find(id).map(this::remember);
    }

    @Override
    public Optional<Tenant> find(String slug) {
        Tenant known = bySlug.getIfPresent(slug);
        return known != null ? Optional.of(known) : directory.find(slug).map(this::remember);
    }

    private Tenant remember(Tenant tenant) {
        if (tenant.active()) {
            byId.put(tenant.id(), tenant);
            bySlug.put(tenant.slug(), tenant);
        }
        return tenant;
    }

    private static <K> Cache<K, Tenant> cache() {
        return Caffeine.newBuilder()
                .maximumSize(MOST_TENANTS)
                .expireAfterWrite(REMEMBERED)
                .build();
    }
}
