package io.neomt.query.check;

import io.neomt.event.UserId;
import io.neomt.permission.PermissionCode;
import io.neomt.permission.Scope;
import org.jspecify.annotations.Nullable;

/** One question: may this user do what the code names? */
public record CheckRequest(UserId user, PermissionCode code) {

    /**
     * The question about one resource: the check of the narrowest scope that the resource lies in for this user.
     *
     * @param owner the user that owns the resource, if any does
     * @throws io.neomt.permission.InvalidPermissionException when the type or the action is not well-formed
     */
    public static CheckRequest onResource(UserId user, String type, String action, @Nullable UserId owner) {
        return new CheckRequest(user, new PermissionCode(type, action, user.equals(owner) ? Scope.OWN : Scope.TENANT));
    }
}
