package io.neomt.view.cache;

import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.event.UserId;
import io.neomt.permission.Instance;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What is left of a set's key without tenant and generation: scripts put before it what the tenant's marker says. Ids are
 * typed or encoded, so no text with a separator can make two names alias.
 */
public final class SetNames {

    private static final String SUFFIX = ":permissions";

    private SetNames() {}

    public static String user(UserId user) {
        return "user:" + user + SUFFIX;
    }

    /** A script makes it from the id alone. */
    public static String role(RoleId role) {
        return "role:" + role + SUFFIX;
    }

    /** A script makes it from the id alone. */
    public static String team(TeamId team) {
        return "team:" + team + SUFFIX;
    }

    /** The resource's id is encoded as in a URL. */
    public static String resource(Instance resource) {
        return "resource:" + encoded(resource);
    }

    static String encoded(Instance resource) {
        return resource.type() + "/" + URLEncoder.encode(resource.id(), StandardCharsets.UTF_8);
    }
}
