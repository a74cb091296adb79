package io.neomt.query.web;

import io.neomt.commons.web.ApiException;
import io.neomt.event.UserId;
import io.neomt.permission.InvalidPermissionException;
import io.neomt.permission.PermissionCode;
import io.neomt.permission.ResourceAction;
import io.neomt.permission.ResourceRef;
import io.neomt.query.check.CheckRequest;
import io.neomt.query.web.CheckBody.ResourceBody;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes questions of what was sent, or says what is wrong with it. */
final class CheckParser {

    /** No separators, so that no two resources have the same text. */
    private static final Pattern RESOURCE_ID = Pattern.compile("[A-Za-z0-9._~@-]{1,255}");

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
        UserId user = id("user_id", required("user_id", body.userId()));
        if (body.permission() != null) {
            return ofCode(user, body.permission(), body);
        }
        if (body.action() == null && body.resource() == null) {
            throw refusal("permission", "is missing; a check has a permission, or an action and a resource");
        }
        return onResource(user, required("action", body.action()), required("resource", body.resource()));
    }

    private CheckRequest ofCode(UserId user, String permission, CheckBody body) {
        if (body.action() != null || body.resource() != null) {
            throw refusal("permission", "excludes action and resource; send either the one or the other");
        }
        return new CheckRequest.OfCode(user, code("permission", CODE_FORM, () -> PermissionCode.parse(permission)));
    }

    private CheckRequest onResource(UserId user, String action, ResourceBody resource) {
        String type = required("resource.type", resource.type());
        String id = required("resource.id", resource.id());
        if (!RESOURCE_ID.matcher(id).matches()) {
            throw invalidId("resource.id", "has 1 to 255 of A-Z, a-z, 0-9 and . _ ~ @ -");
        }
        ResourceAction asked = code("action", ACTION_FORM, () -> ResourceAction.parse(action));
        ResourceRef about =
                code("resource.type", NAME_FORM, () -> new ResourceRef(type, id, owner(resource), team(resource)));
        return new CheckRequest.OnResource(user, asked, about);
    }

    private @Nullable UUID owner(ResourceBody resource) {
        return resource.ownerId() == null
                ? null
                : id("resource.owner_id", resource.ownerId()).value();
    }

    private @Nullable UUID team(ResourceBody resource) {
        return resource.teamId() == null
                ? null
                : id("resource.team_id", resource.teamId()).value();
    }

    private UserId id(String field, String text) {
        return Ids.parse(prefix + field, text, UserId::of);
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

    private ApiException invalidId(String field, String issue) {
        return Refusals.invalidId(prefix + field, issue);
    }
}
