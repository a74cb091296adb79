package io.neomt.query;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.Decision;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** In a tenant that is not active everybody is blocked, whatever their sets say. */
public final class ActiveTenantsOnly implements PermissionSets {

    private static final Standing NOT_ACTIVE = new Standing.Blocked(Decision.Cause.TENANT_NOT_ACTIVE);

    private final PermissionSets sets;
    private final Predicate<TenantId> active;

    public ActiveTenantsOnly(PermissionSets sets, Predicate<TenantId> active) {
        this.sets = sets;
        this.active = active;
    }

    @Override
    public At<Map<UserId, Standing>> of(TenantId tenant, Set<UserId> users, Position atLeast) {
        if (active.test(tenant)) {
            return sets.of(tenant, users, atLeast);
        }
        Map<UserId, Standing> blocked = HashMap.newHashMap(users.size());
        users.forEach(user -> blocked.put(user, NOT_ACTIVE));
        return new At<>(atLeast, blocked);
    }
}
