package io.neomt.view.cache;

import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.Instance;

/**
 * Names of keys. The braces are Redis Cluster's hash tag: all of one tenant lies in one slot, so that one script may
 * touch any of it. The keys of sets are those of the first generation.
 */
public final class CacheKeys {

    /** The channel on which each write to permission sets is announced as a {@link ChangeMessage}. */
    public static final String CHANNEL = "neo:permissionsets";

    private static final String META = "meta";

    private CacheKeys() {}

    public static String user(TenantId tenant, UserId user) {
        return tenant(tenant) + SetNames.user(user);
    }

    public static String role(TenantId tenant, RoleId role) {
        return tenant(tenant) + SetNames.role(role);
    }

    public static String team(TenantId tenant, TeamId team) {
        return tenant(tenant) + SetNames.team(team);
    }

    public static String resource(TenantId tenant, Instance resource) {
        return tenant(tenant) + SetNames.resource(resource);
    }

    /** The tenant's marker, see {@link CacheMarker}. */
    public static String meta(TenantId tenant) {
        return tenant(tenant) + META;
    }

    /** The marker of a generation that is not the one that is read: of one being made, or kept to go back to. */
    public static String meta(TenantId tenant, int generation) {
        return tenant(tenant) + "g" + generation + ":" + META;
    }

    /** What every key of the tenant starts with. A key of the first generation goes on with the name of its set. */
    public static String tenant(TenantId tenant) {
        return "tenant:{" + tenant + "}:";
    }

    /** What the keys of all sets of a generation start with; those of the first have no mark. */
    public static String generation(TenantId tenant, int generation) {
        return generation == CacheMarker.FIRST ? tenant(tenant) : tenant(tenant) + "g" + generation + ":";
    }

    /** A pattern for {@code SCAN} of all keys of the tenant, those of every generation among them. */
    public static String everyKeyOf(TenantId tenant) {
        return "tenant:{" + tenant + "}*";
    }
}
