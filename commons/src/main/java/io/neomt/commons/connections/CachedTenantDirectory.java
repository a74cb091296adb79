package io.neomt.commons.connections;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.neomt.event.TenantId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Remembers active tenants for a second, or until it is told that one changed. A tenant that is missing or not active is
 * read anew each time, so that its activation is seen at once; a second bounds how long any other change goes unseen when
 * nobody tells.
 */
public final class CachedTenantDirectory implements TenantDirectory {

    private static final Duration REMEMBERED = Duration.ofSeconds(1);
    private static final int MOST_TENANTS = 100_000;

    private final TenantDirectory directory;
    private final Cache<TenantId, Tenant> byId = cache();
    private final Cache<String, Tenant> bySlug = cache();
    /** Moves whenever something is forgotten: what was read before that may be outdated. */
    private final AtomicLong age = new AtomicLong();

    public CachedTenantDirectory(TenantDirectory directory) {
        this.directory = directory;
    }

    @Override
    public Optional<Tenant> find(TenantId id) {
        Tenant known = byId.getIfPresent(id);
        return known != null ? Optional.of(known) : read(() -> directory.find(id));
    }

    @Override
    public Optional<Tenant> find(String slug) {
        Tenant known = bySlug.getIfPresent(slug);
        return known != null ? Optional.of(known) : read(() -> directory.find(slug));
    }

    /** The tenant is not what it was. */
    public void forget(TenantId id) {
        age.incrementAndGet();
        byId.invalidate(id);
        bySlug.asMap().values().removeIf(tenant -> tenant.id().equals(id));
    }

    /** Changes may have been missed. */
    public void forgetAll() {
        age.incrementAndGet();
        byId.invalidateAll();
        bySlug.invalidateAll();
    }

    private Optional<Tenant> read(Supplier<Optional<Tenant>> source) {
        long before = age.get();
        Optional<Tenant> found = source.get();
        found.filter(Tenant::active).ifPresent(tenant -> remember(tenant, before));
        return found;
    }

    private void remember(Tenant tenant, long before) {
        byId.put(tenant.id(), tenant);
        bySlug.put(tenant.slug(), tenant);
        if (age.get() != before) {
            byId.invalidate(tenant.id());
            bySlug.invalidate(tenant.slug());
        }
    }

    private static <K> Cache<K, Tenant> cache() {
        return Caffeine.newBuilder()
                .maximumSize(MOST_TENANTS)
                .expireAfterWrite(REMEMBERED)
                .build();
    }
}
