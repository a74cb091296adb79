package io.neomt.query.worlds;

import io.neomt.event.GrantId;
import io.neomt.event.RoleId;
import io.neomt.event.UserId;
import io.neomt.permission.PermissionCode;
import io.neomt.permission.ResourceAction;
import io.neomt.permission.ResourceRef;
import io.neomt.query.check.CheckRequest;
import io.neomt.testkit.permissions.Check;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ids that stand for the names in a world; the same name has the same id in every world. */
public final class Ids {

    private Ids() {}

    public static UserId user(String name) {
        return new UserId(id("user", name));
    }

    public static RoleId role(String name) {
        return new RoleId(id("role", name));
    }

    static GrantId grant(String user, int number) {
        return new GrantId(id("grant", user + "#" + number));
    }

    public static CheckRequest request(Check check) {
        UserId user = user(check.user());
        return check.permission() == null
                ? onTarget(user, check)
                : new CheckRequest.OfCode(user, PermissionCode.parse(check.permission()));
    }

    private static CheckRequest onTarget(UserId user, Check check) {
        Check.Target target = Objects.requireNonNull(check.target());
        @Nullable
        UUID owner = target.owner() == null ? null : user(target.owner()).value();
        return new CheckRequest.OnResource(
                user,
                ResourceAction.parse(Objects.requireNonNull(check.action())),
                new ResourceRef(target.type(), target.id(), owner, null));
    }

    private static UUID id(String kind, String name) {
        return UUID.nameUUIDFromBytes((kind + "/" + name).getBytes(StandardCharsets.UTF_8));
    }
}
