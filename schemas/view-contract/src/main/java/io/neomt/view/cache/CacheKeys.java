package io.neomt.view.cache;

import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.Instance;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Names of keys. The braces are Redis Cluster's hash tag: all of one tenant lies in one slot, so that one script may
 * touch any of it. Ids are typed or encoded, so no text with a separator can make two keys alias.
 */
public final class CacheKeys {

    /** The channel on which each write to permission sets is announced as a {@link ChangeMessage}. */
    public static final String CHANNEL = "neo:permissionsets";

    private CacheKeys() {}

    public static String user(TenantId tenant, UserId user) {
        return userPrefix(tenant) + user + ":permissions";
    }

    public static String role(TenantId tenant, RoleId role) {
        return rolePrefix(tenant) + role + ":permissions";
    }

    public static String team(TenantId tenant, TeamId team) {
        return teamPrefix(tenant) + team + ":permissions";
    }

    /** The resource's id is encoded as in a URL. */
    public static String resource(TenantId tenant, Instance resource) {
        return tenant(tenant) + "resource:" + encoded(resource);
    }

    static String encoded(Instance resource) {
        return resource.type() + "/" + URLEncoder.encode(resource.id(), StandardCharsets.UTF_8);
    }

    /** The tenant's marker, see {@link CacheMarker}. */
    public static String meta(TenantId tenant) {
        return tenant(tenant) + "meta";
    }

    /** What every key of the tenant starts with. */
    public static String tenant(TenantId tenant) {
        return "tenant:{" + tenant + "}:";
    }

    /** A pattern for {@code SCAN} of all keys of the tenant, those of every generation among them. */
    public static String everyKeyOf(TenantId tenant) {
        return "tenant:{" + tenant + "}*";
    }

    /** A script makes {@link #role} from it: prefix, id, {@code :permissions}. */
    public static String rolePrefix(TenantId tenant) {
        return tenant(tenant) + "role:";
    }

    /** A script makes {@link #team} from it: prefix, id, {@code :permissions}. */
    public static String teamPrefix(TenantId tenant) {
        return tenant(tenant) + "team:";
    }

    private static String userPrefix(TenantId tenant) {
        return tenant(tenant) + "user:";
    }
}
