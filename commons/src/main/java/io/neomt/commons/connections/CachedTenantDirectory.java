package io.neomt.commons.connections;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.neomt.event.TenantId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers active tenants until it is told that one changed. What it knows counts for a second, and longer only while it
 * is certain that it was told everything until less than a second ago: so a second bounds how long a change goes unseen
 * when nobody tells. A tenant that is missing or not active is read anew each time, so that its activation is seen at once.
 */
public final class CachedTenantDirectory implements TenantDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(CachedTenantDirectory.class);
    private static final Duration BOUND = Duration.ofSeconds(1);
    /** Also a change that nobody tells of, as one by hand, is seen in the end. */
    private static final Duration LONGEST = Duration.ofSeconds(30);
    /** Who is asked for after this is read anew beside those who ask, so that they need not wait for the database. */
    private static final Duration READ_ANEW_AFTER = Duration.ofSeconds(20);

    private static final int MOST_TENANTS = 100_000;

    private final TenantDirectory directory;
    private final LongSupplier nanos;
    private final Executor beside;
    private final Cache<TenantId, Known> byId = cache();
    /** For good whose a slug is: what is to be forgotten is in one place, however many tenants are remembered. */
    private final Cache<String, TenantId> bySlug = cache();
    /** Moves whenever something is forgotten: what was read before that may be outdated. */
    private final AtomicLong age = new AtomicLong();
    /** Never before the first time that something is said of it. */
    private final AtomicReference<@Nullable Long> heardUntil = new AtomicReference<>();

    /**
     * A tenant that was active.
     *
     * @param since what is told of changes after this is heard, as long as anything is
     * @param readAnew whether somebody does that, or has tried
     */
    private record Known(Tenant tenant, long since, AtomicBoolean readAnew) {

        Known(Tenant tenant, long since) {
            this(tenant, since, new AtomicBoolean());
        }
    }

    public CachedTenantDirectory(TenantDirectory directory) {
        this(directory, System::nanoTime, Thread::startVirtualThread);
    }

    /**
     * @param nanos a clock that never goes back
     * @param beside where tenants are read anew
     */
    CachedTenantDirectory(TenantDirectory directory, LongSupplier nanos, Executor beside) {
        this.directory = directory;
        this.nanos = nanos;
        this.beside = beside;
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
        if (known == null || !(isWithin(BOUND, known.since()) || isHearing())) {
            return null;
        }
        if (!isWithin(READ_ANEW_AFTER, known.since()) && known.readAnew().compareAndSet(false, true)) {
            beside.execute(() -> readAnew(known));
        }
        return known.tenant();
    }

    /** Where it fails, what is known is forgotten in its time, and whoever asks then is told why. */
    private void readAnew(Known known) {
        TenantId id = known.tenant().id();
        long since = nanos.getAsLong();
        try {
            Optional<Tenant> found = directory.find(id).filter(Tenant::active);
            // only in place of what was known: what was forgotten meanwhile stays forgotten
            if (found.isEmpty()) {
                byId.asMap().remove(id, known);
            } else if (byId.asMap().replace(id, known, new Known(found.get(), since))) {
                bySlug.put(found.get().slug(), id);
            }
        } catch (RuntimeException e) {
            LOG.debug("{} could not be read anew", id, e);
        }
    }

    private boolean isHearing() {
        Long heard = heardUntil.get();
        return heard != null && isWithin(BOUND, heard);
    }

    private boolean isWithin(Duration time, long then) {
        return nanos.getAsLong() - then < time.toNanos();
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
