package io.neomt.query.web;

import io.neomt.commons.web.ApiException;
import io.neomt.event.TeamId;
import io.neomt.event.UserId;
import io.neomt.permission.Instance;
import io.neomt.permission.InvalidPermissionException;
import io.neomt.permission.PermissionCode;
import io.neomt.permission.ResourceAction;
import io.neomt.query.check.Attributes;
import io.neomt.query.check.CheckRequest;
import io.neomt.query.check.CheckRequest.Described;
import io.neomt.query.web.CheckBody.ActionBody;
import io.neomt.query.web.CheckBody.ResourceBody;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes questions of what was sent, or says what is wrong with it. */
final class CheckParser {

    private static final String NAME_FORM = "[a-z][a-z0-9_-]{0,62}";
    private static final String ACTION_FORM = "resource.action, both " + NAME_FORM + "; no '*'";
    private static final String CODE_FORM =
            "resource.action.scope, the first two " + NAME_FORM + ", the scope one of own, team, tenant; no '*'";

    private final String prefix;

    /** @param prefix of field names in refusals, such as {@code checks[3].} */
    CheckParser(String prefix) {
        this.prefix = prefix;
    }

    CheckRequest parse(CheckBody body) {
        UserId user = user(body.userId());
        if (body.permission() != null) {
            return ofCode(user, body.permission(), body);
        }
        if (body.action() == null && body.resource() == null) {
            throw refusal("permission", "is missing; a check has a permission, or an action and a resource");
        }
        return onResource(user, required("action", body.action()), required("resource", body.resource()), body);
    }

    ResourceSearch search(ResourceSearchBody body) {
        UserId user = user(body.userId());
        ActionBody action = required("action", body.action());
        String type = required("resource_type", body.resourceType());
        code("resource_type", NAME_FORM, () -> new Instance(type, "any"));
        Attributes attributes = new Attributes(
                body.subject() == null ? null : body.subject().properties(),
                null,
                action.properties(),
                body.context() == null ? Map.of() : body.context());
        return new ResourceSearch(user, action(action.name()), type, attributes);
    }

    UserId user(@Nullable String id) {
        return Ids.parse(prefix + "user_id", required("user_id", id), UserId::of);
    }

    PermissionCode permission(String field, String text) {
        return code(field, CODE_FORM, () -> PermissionCode.parse(text));
    }

    ResourceAction action(@Nullable String name) {
        String text = required("action", name);
        return code("action", ACTION_FORM, () -> ResourceAction.parse(text));
    }

    private CheckRequest ofCode(UserId user, String permission, CheckBody body) {
        boolean named = body.action() != null && body.action().name() != null;
        ResourceBody resource = body.resource();
        if (named || (resource != null && !isPropertiesOnly(resource))) {
            throw refusal("permission", "excludes action and resource; send either the one or the other");
        }
        Map<String, Object> properties = resource == null ? null : resource.properties();
        return new CheckRequest.OfCode(user, permission("permission", permission), attributes(body, properties));
    }

    private static boolean isPropertiesOnly(ResourceBody resource) {
        return resource.type() == null
                && resource.id() == null
                && resource.ownerId() == null
                && resource.teamId() == null;
    }

    private CheckRequest onResource(UserId user, ActionBody action, ResourceBody resource, CheckBody body) {
        String type = required("resource.type", resource.type());
        String id = required("resource.id", resource.id());
        if (!Instance.isId(id)) {
            throw Refusals.invalidId(prefix + "resource.id", Instance.ID_FORM);
        }
        ResourceAction asked = action(action.name());
        Instance about = code("resource.type", NAME_FORM, () -> new Instance(type, id));
        return new CheckRequest.OnResource(
                user, asked, about, described(resource), attributes(body, resource.properties()));
    }

    /** Null where nothing is said of whose the resource is. */
    private @Nullable Described described(ResourceBody resource) {
        @Nullable UUID owner = resource.ownerId() == null ? null : owner(resource.ownerId());
        @Nullable TeamId team = resource.teamId() == null ? null : team(resource.teamId());
        return owner == null && team == null ? null : new Described(owner, team);
    }

    private UUID owner(String id) {
        return Ids.parse(prefix + "resource.owner_id", id, UserId::of).value();
    }

    private TeamId team(String id) {
        return Ids.parse(prefix + "resource.team_id", id, TeamId::of);
    }

    private static Attributes attributes(CheckBody body, @Nullable Map<String, Object> resource) {
        return new Attributes(
                body.subject() == null ? null : body.subject().properties(),
                resource,
                body.action() == null ? null : body.action().properties(),
                body.context() == null ? Map.of() : body.context());
    }

    private <T> T code(String field, String allowed, Supplier<T> parse) {
        try {
            return parse.get();
        } catch (InvalidPermissionException e) {
            throw Refusals.invalidPermission(prefix + field, allowed, e);
        }
    }

    private <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw refusal(field, "is missing");
        }
        return value;
    }

    private ApiException refusal(String field, String issue) {
        return ApiException.validation(prefix + field, issue);
    }
}
