package io.neomt.command.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.neomt.command.kernel.Actor;
import io.neomt.commons.connections.Tenant;
import io.neomt.commons.connections.TenantDirectory;
import io.neomt.commons.security.AuthenticationFilter;
import io.neomt.commons.security.Caller;
import io.neomt.commons.security.Person;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Makes a user, who holds nothing, of whoever comes with a valid token of a tenant's realm for the first time: in the
 * realm's own tenant, whatever tenant the request is about. The platform's users are made by hand.
 */
public final class FirstSight implements HandlerInterceptor {

    private static final int MOST = 200_000;

    private final Writes writes;
    private final TenantDirectory directory;
    private final BiPredicate<TenantId, String> known;
    private final Supplier<UUID> ids;
    // once known is known for ever: who is deleted is not made anew
    private final Cache<Actor.Newcomer, Boolean> seen =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /**
     * @param known whether a tenant knows the realm's id, or did once
     * @param ids gives UUIDv7
     */
    public FirstSight(
            Writes writes, TenantDirectory directory, BiPredicate<TenantId, String> known, Supplier<UUID> ids) {
        this.writes = writes;
        this.directory = directory;
        this.known = known;
        this.ids = ids;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Caller caller = AuthenticationFilter.callerOf(request);
        if (caller != null && !caller.platform()) {
            see(caller, caller.person());
        }
        return true;
    }

    private void see(Caller caller, @Nullable Person person) {
        if (person != null) {
            directory
                    .find(caller.tenantSlug())
                    .filter(Tenant::active)
                    .map(home -> new Actor.Newcomer(home.id(), caller.externalId()))
                    .filter(newcomer -> seen.getIfPresent(newcomer) == null)
                    .filter(newcomer -> isKnown(newcomer) || introduce(newcomer, person))
                    .ifPresent(newcomer -> seen.put(newcomer, true));
        }
    }

    private boolean isKnown(Actor.Newcomer newcomer) {
        return known.test(newcomer.home(), newcomer.externalId());
    }

    private boolean introduce(Actor.Newcomer newcomer, Person person) {
        return Introduction.of(new UserId(ids.get()), newcomer.externalId(), person)
                .map(command -> writes.introduce(newcomer, command))
                .orElse(false);
    }
}
