package io.neomt.query.web;

import io.neomt.permission.Entitlement;
import java.util.Locale;

/** A grant or denial and where it comes from. */
record EntitlementBody(String permission, String effect, SourceBody source) {

    static EntitlementBody of(Entitlement entitlement) {
        return new EntitlementBody(
                entitlement.pattern().text(),
                entitlement.effect().name().toLowerCase(Locale.ROOT),
                SourceBody.of(entitlement.source()));
    }
}
