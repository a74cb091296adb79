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
    /** For good whose a slug is: what is to be forgotten is in one place, however many tenants are remembered. */
    private final Cache<String, TenantId> bySlug = cache();
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
        TenantId id = bySlug.getIfPresent(slug);
        Tenant known = id == null ? null : byId.getIfPresent(id);
        return known != null ? Optional.of(known) : read(() -> directory.find(slug));
    }

    /** The tenant is not what it was. */
    public void forget(TenantId id) {
        age.incrementAndGet();
        byId.invalidate(id);
    }

    /** Changes may have been missed. */
    public void forgetAll() {
        age.incrementAndGet();
        byId.invalidateAll();
    }

    private Optional<Tenant> read(Supplier<Optional<Tenant>> source) {
        long before = age.get();
        Optional<Tenant> found = source.get();
        found.filter(Tenant::active).ifPresent(tenant -> remember(tenant, before));
        return found;
    }

    private void remember(Tenant tenant, long before) {
        byId.put(tenant.id(), tenant);
        bySlug.put(tenant.slug(), tenant.id());
        if (age.get() != before) {
            byId.invalidate(tenant.id());
        }
    }

    private static <K, V> Cache<K, V> cache() {
        return Caffeine.newBuilder()
                .maximumSize(MOST_TENANTS)
                .expireAfterWrite(REMEMBERED)
                .build();
    }
}
