package io.neomt.permission;

import io.neomt.permission.Condition.Outcome;
import io.neomt.permission.Decision.Allowed;
import io.neomt.permission.Decision.Denied;
import io.neomt.permission.Decision.NotGranted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All grants and denials that one active user has at one position. Immutable.
 *
 * <p>The decision is the one of the permission model: any covering denial denies, else any covering grant allows, else
 * it is denied. What cannot be decided fails closed: such a grant does not exist, such a denial does.
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
        for (int i = 0; i < entitlements.size(); i++) {
            Entitlement entitlement = entitlements.get(i);
            if (entitlement.covers(code, resource)) {
                decision = entitlement.effect() == Effect.DENY
                        ? denial(decision, entitlement, circumstances)
                        : grant(decision, entitlement, circumstances);
            }
            if (decision instanceof Denied denied && denied.undecidable() == null) {
                return decision;
            }
        }
        return decision;
    }

    /** A denial that surely exists is stronger than one that is only feared. */
    private static Decision denial(Decision sofar, Entitlement denial, Circumstances circumstances) {
        return switch (denial.limits().test(circumstances)) {
            case FALSE -> sofar;
            case TRUE -> new Denied(denial);
            case UNDECIDABLE ->
                sofar instanceof Denied
                        ? sofar
                        : new Denied(denial, denial.limits().undecidable(circumstances));
        };
    }

    private static Decision grant(Decision sofar, Entitlement grant, Circumstances circumstances) {
        if (!(sofar instanceof NotGranted notGranted)) {
            return sofar;
        }
        Outcome outcome = grant.limits().test(circumstances);
        if (outcome == Outcome.TRUE) {
            return new Allowed(grant);
        }
        return outcome == Outcome.UNDECIDABLE && notGranted.undecidable() == null
                ? new NotGranted(grant.limits().undecidable(circumstances))
                : sofar;
    }
}
