package io.neomt.permission;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A resource that a check is about.
 *
 * @param owner the user that it belongs to, if any
 * @param team the team that it belongs to, if any
 */
public record ResourceRef(
        Instance instance, @Nullable UUID owner, @Nullable UUID team) {

    /** @throws InvalidPermissionException when the type or the id is not well-formed */
    public ResourceRef(String type, String id, @Nullable UUID owner, @Nullable UUID team) {
        this(new Instance(type, id), owner, team);
    }

    /** The narrowest scope that the resource lies in for this user. */
    public Scope scopeFor(Subject subject) {
        if (subject.user().equals(owner)) {
            return Scope.OWN;
        }
        return team != null && subject.teams().contains(team) ? Scope.TEAM : Scope.TENANT;
    }
}
