package io.neomt.query.worlds;

import io.neomt.permission.Instance;
import io.neomt.permission.PermissionCode;
import io.neomt.permission.ResourceAction;
import io.neomt.query.check.Attributes;
import io.neomt.query.check.CheckRequest;
import io.neomt.query.check.CheckRequest.Described;
import io.neomt.testkit.permissions.Check;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Questions about worlds, as the query API is asked them. */
public final class Requests {

    private Requests() {}

    /** About a resource it says all there is to say. */
    public static CheckRequest describing(Check check) {
        Check.Target target = check.target();
        return target == null ? ofCode(check) : onResource(check, target, described(target), true);
    }

    /** About a resource it says only which one it is. */
    public static CheckRequest naming(Check check) {
        Check.Target target = check.target();
        return target == null ? ofCode(check) : onResource(check, target, null, false);
    }

    /** About a resource it says which one it is and what is newer than what was registered. */
    public static CheckRequest adding(Check check) {
        Check.Target target = check.target();
        return target == null ? ofCode(check) : onResource(check, target, null, true);
    }

    private static CheckRequest ofCode(Check check) {
        return new CheckRequest.OfCode(
                Ids.user(check.user()),
                PermissionCode.parse(Objects.requireNonNull(check.permission())),
                attributes(check, true));
    }

    private static CheckRequest onResource(
            Check check, Check.Target target, @Nullable Described described, boolean withProperties) {
        return new CheckRequest.OnResource(
                Ids.user(check.user()),
                ResourceAction.parse(Objects.requireNonNull(check.action())),
                new Instance(target.type(), target.id()),
                described,
                attributes(check, withProperties));
    }

    private static Described described(Check.Target target) {
        return new Described(
                target.owner() == null ? null : Ids.user(target.owner()).value(),
                target.team() == null ? null : Ids.team(target.team()));
    }

    private static Attributes attributes(Check check, boolean withResource) {
        Check.Attributes known = check.attributes();
        return new Attributes(
                properties(known.subject()),
                withResource ? properties(known.resource()) : null,
                properties(known.action()),
                known.context());
    }

    @SuppressWarnings("unchecked")
    static @Nullable Map<String, Object> properties(Map<String, Object> attributes) {
        return (Map<String, Object>) attributes.get("properties");
    }
}
