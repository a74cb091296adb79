package io.neomt.permission;

import io.neomt.permission.Decision.NotGranted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All grants and denials that one active user has at one position, as a plain list: {@link CompiledUser} decides the
 * same, faster. Immutable.
 */
public record PermissionSet(List<Entitlement> entitlements) {

    public static final PermissionSet EMPTY = new PermissionSet(List.of());

    public PermissionSet {
        entitlements = List.copyOf(entitlements);
    }

    /** The answer while neither the time nor any attribute is known. */
    public Decision check(PermissionCode code) {
        return check(code, Circumstances.UNKNOWN);
    }

    public Decision check(PermissionCode code, Circumstances circumstances) {
        return decide(code, null, circumstances);
    }

    /** As {@link #check(ResourceAction, ResourceRef, Subject, Circumstances)}, with nothing known about them. */
    public Decision check(ResourceAction action, ResourceRef resource, Subject subject) {
        return check(action, resource, subject, Circumstances.UNKNOWN);
    }

    /** The check of the narrowest scope that the resource lies in for the subject, whose set this must be. */
    public Decision check(ResourceAction action, ResourceRef resource, Subject subject, Circumstances circumstances) {
        return decide(action.in(resource.scopeFor(subject)), resource, circumstances);
    }

    private Decision decide(PermissionCode code, @Nullable ResourceRef resource, Circumstances circumstances) {
        Decision decision = NotGranted.NOTHING;
        for (int i = 0; i < entitlements.size() && !Verdicts.isFinal(decision); i++) {
            Entitlement entitlement = entitlements.get(i);
            if (entitlement.covers(code, resource)) {
                decision = Verdicts.add(decision, Ruling.of(entitlement), Way.OPEN, circumstances);
            }
        }
        return decision;
    }
}
