package io.neomt.permission;

import io.neomt.permission.Decision.Allowed;
import io.neomt.permission.Decision.Denied;

/**
 * A grant or denial with the decision that it leads to where it surely exists; made ahead, so that a check has nothing
 * to make.
 */
record Ruling(Entitlement entitlement, Decision decision) {

    static Ruling of(Entitlement entitlement) {
        return new Ruling(
                entitlement,
                switch (entitlement.effect()) {
                    case ALLOW -> new Allowed(entitlement);
                    case DENY -> new Denied(entitlement);
                });
    }
}
