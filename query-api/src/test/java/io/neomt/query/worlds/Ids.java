package io.neomt.query.worlds;

import io.neomt.event.GrantId;
import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.event.UserId;
import io.neomt.permission.Instance;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The ids that stand for the names in a world; the same name has the same id in every world. */
public final class Ids {

    private Ids() {}

    public static UserId user(String name) {
        return new UserId(id("user", name));
    }

    public static RoleId role(String name) {
        return new RoleId(id("role", name));
    }

    public static TeamId team(String name) {
        return new TeamId(id("team", name));
    }

    /** @param text such as {@code doc/7} */
    public static Instance instance(String text) {
        int slash = text.indexOf('/');
        return new Instance(text.substring(0, slash), text.substring(slash + 1));
    }

    static GrantId grant(String user, int number) {
        return new GrantId(id("grant", user + "#" + number));
    }

    static UUID id(String kind, String name) {
        return UUID.nameUUIDFromBytes((kind + "/" + name).getBytes(StandardCharsets.UTF_8));
    }
}
