package io.neomt.query.web;

import io.neomt.event.UserId;
import io.neomt.permission.Instance;
import io.neomt.permission.ResourceAction;
import io.neomt.query.check.Attributes;
import io.neomt.query.check.CheckRequest;
import java.util.Map;

/** The same question on every resource of a type. */
record ResourceSearch(UserId user, ResourceAction action, String type, Attributes attributes) {

    CheckRequest.OnResource on(String id) {
        return new CheckRequest.OnResource(user, action, new Instance(type, id), null, attributes);
    }

    /** What a cursor is bound to. */
    Map<String, Object> searched() {
        return Map.of(
                "subject", user.toString(),
                "action", action.toString(),
                "resource", type,
                "context", attributes.toString());
    }
}
