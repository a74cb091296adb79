package io.neomt.query.signin;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the users of a tenant sign in.
 *
 * @param organization within a realm of several tenants; null where the realm is the tenant's own
 */
public record Place(String realm, @Nullable String organization) {

    private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9-]{1,49}");
    private static final String PLATFORM = "platform";

    /** Where tenants' users are. */
    public record Layout(String platformRealm, @Nullable String organizationsRealm) {

        /** @param tenant its slug, in the form of slugs */
        public Place of(String tenant) {
            if (tenant.equals(PLATFORM)) {
                return new Place(platformRealm, null);
            }
            return organizationsRealm == null
                    ? new Place("tenant-" + tenant, null)
                    : new Place(organizationsRealm, tenant);
        }
    }

    /** Whether there can be a tenant of this slug. */
    public static boolean isSlug(String text) {
        return SLUG.matcher(text).matches();
    }

    /** How a user is named in the realm: names are unique in a tenant, and realms may have several. */
    public String nameOf(String username) {
        return organization == null ? username : username + "@" + organization;
    }
}
