package io.neomt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.RoleId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.Effect;
import io.neomt.view.cache.CacheKeys;
import io.neomt.view.cache.CacheMarker;
import io.neomt.view.cache.CachedRole;
import io.neomt.view.cache.CachedUser;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import redis.clients.jedis.UnifiedJedis;

/** Holds a tenant's permission sets in Redis against a view. */
final class RedisView {

    private RedisView() {}

    /** Fails unless Redis holds exactly this view, complete to the position. */
    static void assertEquals(UnifiedJedis redis, TenantId tenant, long position, TenantView expected) {
        CacheMarker marker = CacheMarker.ofFields(redis.hgetAll(CacheKeys.meta(tenant)));
        assertThat(marker.complete()).as("complete marker of %s", tenant).isTrue();
        assertThat(marker.position().value())
                .as("position of %s in Redis", tenant)
                .isEqualTo(position);
        expected.users.forEach((id, user) -> assertUser(redis, tenant, id, user, expected));
        expected.roles.forEach((id, role) -> assertRole(redis, tenant, id, role, expected));
    }

    private static void assertUser(
            UnifiedJedis redis, TenantId tenant, UUID id, TenantView.User user, TenantView expected) {
        CachedUser cached = CachedUser.ofFields(redis.hgetAll(CacheKeys.user(tenant, new UserId(id))));
        assertThat(cached.status() == CachedUser.Status.ACTIVE)
                .as("status of user %s", id)
                .isEqualTo(user.active);
        Set<UUID> roles = new TreeSet<>();
        cached.roles().stream()
                .map(ref -> ref.role().value())
                .filter(role -> !expected.role(role).deleted)
                .forEach(roles::add);
        assertThat(roles).as("roles of user %s", id).isEqualTo(expected.livingRoles(user));
        Map<UUID, String> grants = new TreeMap<>();
        cached.grants()
                .forEach(grant -> grants.put(
                        grant.id().value(),
                        grant.permission().pattern().text()
                                + (grant.permission().effect() == Effect.ALLOW ? "=allow" : "=deny")));
        assertThat(grants).as("grants of user %s", id).isEqualTo(user.grants);
    }

    private static void assertRole(
            UnifiedJedis redis, TenantId tenant, UUID id, TenantView.Role role, TenantView expected) {
        CachedRole cached = CachedRole.ofFields(redis.hgetAll(CacheKeys.role(tenant, new RoleId(id))));
        assertThat(cached.deleted()).as("deletion of role %s", id).isEqualTo(role.deleted);
        if (!role.deleted) {
            Set<String> closure = new TreeSet<>();
            cached.permissions()
                    .forEach(held -> closure.add(held.permission().pattern().text()));
            assertThat(closure).as("closure of role %s", id).isEqualTo(expected.closure(id));
        }
    }
}
