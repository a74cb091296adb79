package io.neomt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.Instance;
import io.neomt.view.cache.CacheKeys;
import io.neomt.view.cache.CacheMarker;
import io.neomt.view.cache.CachedPermission;
import io.neomt.view.cache.CachedResource;
import io.neomt.view.cache.CachedRole;
import io.neomt.view.cache.CachedTeam;
import io.neomt.view.cache.CachedUser;
import io.neomt.view.cache.SetNames;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import redis.clients.jedis.UnifiedJedis;

/** Holds a tenant's permission sets in Redis against a view. */
final class RedisView {

    private final UnifiedJedis redis;
    /** What the keys of the sets start with that are read. */
    private final String sets;

    private final TenantView expected;

    private RedisView(UnifiedJedis redis, String sets, TenantView expected) {
        this.redis = redis;
        this.sets = sets;
        this.expected = expected;
    }

    /** Fails unless Redis holds exactly this view, complete to the position. */
    static void assertEquals(UnifiedJedis redis, TenantId tenant, long position, TenantView expected) {
        CacheMarker marker = CacheMarker.ofFields(redis.hgetAll(CacheKeys.meta(tenant)));
        assertThat(marker.complete()).as("complete marker of %s", tenant).isTrue();
        assertThat(marker.position().value())
                .as("position of %s in Redis", tenant)
                .isEqualTo(position);
        RedisView view = new RedisView(redis, CacheKeys.generation(tenant, marker.generation()), expected);
        expected.users.forEach(view::user);
        expected.roles.forEach(view::role);
        expected.teams.forEach(view::team);
        expected.guests.forEach(view::guest);
        expected.resources.forEach(view::resource);
        expected.removed.forEach(view::gone);
    }

    private CachedUser user(UUID id) {
        return CachedUser.ofFields(redis.hgetAll(sets + SetNames.user(new UserId(id))));
    }

    private void user(UUID id, TenantView.User user) {
        CachedUser cached = user(id);
        assertThat(cached.status().text()).as("status of user %s", id).isEqualTo(user.status);
        Map<UUID, String> roles = new TreeMap<>();
        cached.roles().forEach(ref -> roles.put(ref.role().value(), Texts.of(ref.terms())));
        assertThat(roles).as("roles of user %s", id).isEqualTo(user.roles);
        Map<UUID, String> teams = new TreeMap<>();
        cached.teams().forEach(member -> teams.put(member.team().value(), Texts.of(member.terms())));
        teams.keySet().removeIf(team -> expected.team(team).deleted);
        assertThat(teams).as("teams of user %s", id).isEqualTo(expected.memberships(id));
        Map<UUID, String> grants = new TreeMap<>();
        cached.grants().forEach(grant -> grants.put(grant.id().value(), Texts.of(grant.permission())));
        assertThat(grants).as("grants of user %s", id).isEqualTo(user.grants);
    }

    private void guest(UUID id) {
        CachedUser cached = user(id);
        Map<UUID, TenantView.Access> access = new TreeMap<>();
        cached.access()
                .forEach(grant -> access.put(
                        grant.id().value(),
                        new TenantView.Access(id, grant.home().toString(), Texts.of(grant.permission()))));
        Map<UUID, TenantView.Access> given = new TreeMap<>(expected.access);
        given.values().removeIf(grant -> !grant.user().equals(id));
        assertThat(access).as("access of guest %s", id).isEqualTo(given);
    }

    private void role(UUID id, TenantView.Role role) {
        CachedRole cached = CachedRole.ofFields(redis.hgetAll(sets + SetNames.role(new RoleId(id))));
        assertThat(cached.deleted()).as("deletion of role %s", id).isEqualTo(role.deleted);
        assertThat(texts(cached.permissions())).as("closure of role %s", id).isEqualTo(expected.closure(id));
    }

    private void team(UUID id, TenantView.Team team) {
        CachedTeam cached = CachedTeam.ofFields(redis.hgetAll(sets + SetNames.team(new TeamId(id))));
        List<UUID> upwards = expected.upwards(id);
        assertThat(cached.deleted()).as("deletion of team %s", id).isEqualTo(team.deleted);
        assertThat(cached.upwards().stream().map(TeamId::value))
                .as("ancestors of team %s", id)
                .isEqualTo(upwards);
        Set<String> permissions = new TreeSet<>();
        Set<String> roles = new TreeSet<>();
        upwards.forEach(each -> {
            permissions.addAll(expected.team(each).permissions);
            expected.team(each).roles.forEach((role, terms) -> roles.add(role + terms));
        });
        assertThat(texts(cached.permissions())).as("permissions of team %s", id).isEqualTo(permissions);
        Set<String> refs = new TreeSet<>();
        cached.roles().forEach(ref -> refs.add(ref.role() + Texts.of(ref.terms())));
        assertThat(refs).as("roles of team %s", id).isEqualTo(roles);
    }

    private static Set<String> texts(List<CachedPermission> permissions) {
        Set<String> texts = new TreeSet<>();
        permissions.forEach(held -> texts.add(Texts.of(held.permission())));
        return texts;
    }

    private void resource(String instance, TenantView.Resource resource) {
        CachedResource cached = resource(instance);
        assertThat(cached.removed()).as("removal of %s", instance).isFalse();
        assertThat(new TenantView.Resource(
                        cached.owner() == null ? null : cached.owner().value(),
                        cached.team() == null ? null : cached.team().value(),
                        Texts.json(cached.properties())))
                .as("resource %s", instance)
                .isEqualTo(resource);
    }

    private void gone(String instance) {
        assertThat(resource(instance).removed()).as("removal of %s", instance).isTrue();
    }

    private CachedResource resource(String instance) {
        int slash = instance.indexOf('/');
        return CachedResource.ofFields(redis.hgetAll(
                sets + SetNames.resource(new Instance(instance.substring(0, slash), instance.substring(slash + 1)))));
    }
}
