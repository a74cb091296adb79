package io.neomt.query.cache;

import io.neomt.event.Position;
import io.neomt.event.RoleId;
import io.neomt.event.UserId;
import io.neomt.permission.Decision;
import io.neomt.permission.Entitlement;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionSet;
import io.neomt.permission.Source;
import io.neomt.query.At;
import io.neomt.query.Standing;
import io.neomt.query.freshness.Seen;
import io.neomt.view.cache.CacheMarker;
import io.neomt.view.cache.CachedPermission;
import io.neomt.view.cache.CachedRole;
import io.neomt.view.cache.CachedUser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes standings of what the script answered. */
final class SetsReply {

    /** The generation whose keys carry no mark; sets of another one are not read here. */
    private static final int GENERATION = 1;

    private static final Seen INCOMPLETE = new Seen.Incomplete();
    private static final Standing UNKNOWN = new Standing.Blocked(Decision.Cause.USER_UNKNOWN);
    private static final Standing DELETED = new Standing.Blocked(Decision.Cause.USER_DELETED);
    private static final Standing DEACTIVATED = new Standing.Blocked(Decision.Cause.USER_DEACTIVATED);

    private final Map<RoleId, CachedRole> roles;

    private SetsReply(Map<RoleId, CachedRole> roles) {
        this.roles = roles;
    }

    /** @throws io.neomt.view.cache.CorruptCacheValueException when a value cannot be read */
    static Seen parse(List<?> reply, Collection<UserId> users, Position needed) {
        List<?> fields = (List<?>) reply.getFirst();
        if (fields.stream().anyMatch(Objects::isNull)) {
            return INCOMPLETE;
        }
        CacheMarker marker = CacheMarker.ofFields(named(CacheMarker.FIELDS, fields));
        if (!marker.complete() || marker.generation() != GENERATION) {
            return INCOMPLETE;
        }
        if (!marker.covers(needed)) {
            return new Seen.Behind(marker.position());
        }
        @Nullable
        Map<UserId, Standing> standings =
                new SetsReply(roles((List<?>) reply.get(2))).standings(users, (List<?>) reply.get(1));
        return standings == null ? INCOMPLETE : new Seen.Found(new At<>(marker.position(), standings));
    }

    /** Null when a role that a user has is missing: then the marker promises more than there is. */
    private @Nullable Map<UserId, Standing> standings(Collection<UserId> users, List<?> values) {
        Map<UserId, Standing> standings = HashMap.newHashMap(users.size());
        int i = 0;
        for (UserId user : users) {
            @Nullable Standing standing = standing((List<?>) Objects.requireNonNull(values.get(i++)));
            if (standing == null) {
                return null;
            }
            standings.put(user, standing);
        }
        return standings;
    }

    private @Nullable Standing standing(List<?> fields) {
        if (fields.stream().allMatch(Objects::isNull)) {
            return UNKNOWN;
        }
        CachedUser user = CachedUser.ofFields(named(CachedUser.FIELDS, fields));
        return switch (user.status()) {
            case ACTIVE -> active(user);
            case DEACTIVATED -> DEACTIVATED;
            case DELETED -> DELETED;
            case GUEST -> UNKNOWN;
        };
    }

    private @Nullable Standing active(CachedUser user) {
        List<Entitlement> entitlements = new ArrayList<>();
        for (CachedUser.Grant grant : user.grants()) {
            add(grant.permission(), new Source.Direct(grant.id().value()), entitlements);
        }
        for (CachedUser.RoleRef ref : user.roles()) {
            CachedRole role = roles.get(ref.role());
            if (role == null) {
                return null;
            }
            add(role, entitlements);
        }
        return new Standing.Active(new PermissionSet(entitlements));
    }

    private static void add(CachedRole role, List<Entitlement> entitlements) {
        if (role.deleted()) {
            return;
        }
        for (CachedPermission permission : role.permissions()) {
            add(permission.permission(), new Source.Role(permission.path()), entitlements);
        }
    }

    private static void add(Permission permission, Source source, List<Entitlement> entitlements) {
        entitlements.add(new Entitlement(permission.pattern(), permission.effect(), source));
    }

    /** @param values id and fields of each role, in turns */
    private static Map<RoleId, CachedRole> roles(List<?> values) {
        Map<RoleId, CachedRole> roles = HashMap.newHashMap(values.size() / 2);
        for (int i = 0; i < values.size(); i += 2) {
            List<?> fields = (List<?>) Objects.requireNonNull(values.get(i + 1));
            if (!fields.stream().allMatch(Objects::isNull)) {
                roles.put(
                        RoleId.of((String) Objects.requireNonNull(values.get(i))),
                        CachedRole.ofFields(named(CachedRole.FIELDS, fields)));
            }
        }
        return roles;
    }

    private static Map<String, String> named(List<String> names, List<?> values) {
        Map<String, String> fields = HashMap.newHashMap(names.size());
        for (int i = 0; i < names.size(); i++) {
            if (values.get(i) instanceof String value) {
                fields.put(names.get(i), value);
            }
        }
        return fields;
    }
}
