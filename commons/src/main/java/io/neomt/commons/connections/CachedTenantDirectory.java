package io.neomt.commons.connections;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.neomt.event.TenantId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers active tenants until it is told that one changed. What it knows counts for a second, and longer only while it
 * is certain that it was told everything until less than a second ago: so a second bounds how long a change goes unseen
 * when nobody tells. A tenant that is missing or not active is read anew each time, so that its activation is seen at once.
 */
public final class CachedTenantDirectory implements TenantDirectory {

    private static final Duration BOUND = Duration.ofSeconds(1);
    /** Also a change that nobody tells of, as one by hand, is seen in the end. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private static final int MOST_TENANTS = 100_000;

    private final TenantDirectory directory;
    private final LongSupplier nanos;
    private final Cache<TenantId, Known> byId = cache();
    /** For good whose a slug is: what is to be forgotten is in one place, however many tenants are remembered. */
    private final Cache<String, TenantId> bySlug = cache();
    /** Moves whenever something is forgotten: what was read before that may be outdated. */
    private final AtomicLong age = new AtomicLong();
    /** Never before the first time that something is said of it. */
    private final AtomicReference<@Nullable Long> heardUntil = new AtomicReference<>();

    /** @param since what is told of changes after this is heard, as long as anything is */
    private record Known(Tenant tenant, long since) {}

    public CachedTenantDirectory(TenantDirectory directory) {
        this(directory, System::nanoTime);
    }

    /** @param nanos a clock that never goes back */
    CachedTenantDirectory(TenantDirectory directory, LongSupplier nanos) {
        this.directory = directory;
        this.nanos = nanos;
    }

    @Override
    public Optional<Tenant> find(TenantId id) {
        Tenant known = known(id);
        return known != null ? Optional.of(known) : read(() -> directory.find(id));
    }

    @Override
    public Optional<Tenant> find(String slug) {
        TenantId id = bySlug.getIfPresent(slug);
        Tenant known = id == null ? null : known(id);
        return known != null ? Optional.of(known) : read(() -> directory.find(slug));
    }

    private @Nullable Tenant known(TenantId id) {
        Known known = byId.getIfPresent(id);
        return known != null && (isRecent(known.since()) || isHearing()) ? known.tenant() : null;
    }

    private boolean isHearing() {
        Long heard = heardUntil.get();
        return heard != null && isRecent(heard);
    }

    private boolean isRecent(long then) {
        return nanos.getAsLong() - then < BOUND.toNanos();
    }

    /** Whatever was told before this moment was heard, and nothing that was told since it began to listen was missed. */
    public void heardUntil(long moment) {
        heardUntil.set(moment);
    }

    /** The tenant is not what it was. */
    public void forget(TenantId id) {
        age.incrementAndGet();
        byId.invalidate(id);
    }

    /** Changes may have been missed. */
    public void forgetAll() {
        heardUntil.set(null);
        age.incrementAndGet();
        byId.invalidateAll();
    }

    private Optional<Tenant> read(Supplier<Optional<Tenant>> source) {
        long before = age.get();
        long since = nanos.getAsLong();
        Optional<Tenant> found = source.get();
        found.filter(Tenant::active).ifPresent(tenant -> remember(new Known(tenant, since), before));
        return found;
    }

    private void remember(Known known, long before) {
        Tenant tenant = known.tenant();
        byId.put(tenant.id(), known);
        bySlug.put(tenant.slug(), tenant.id());
        if (age.get() != before) {
            byId.invalidate(tenant.id());
        }
    }

    private static <K, V> Cache<K, V> cache() {
        return Caffeine.newBuilder()
                .maximumSize(MOST_TENANTS)
                .expireAfterWrite(LONGEST)
                .build();
    }
}
