package io.neomt.query.explain;

import io.neomt.permission.Decision;
import io.neomt.permission.Decision.Cause;
import io.neomt.permission.Effect;
import io.neomt.permission.Entitlement;
import io.neomt.permission.Instance;
import io.neomt.permission.Source;
import io.neomt.query.check.Inquiry;
import java.util.List;
import java.util.Optional;

/** A decision in plain English. */
final class Sentence {

    private Sentence() {}

    static String of(Inquiry inquiry) {
        return switch (inquiry.decision()) {
            case Decision.Allowed(var by) ->
                "Allowed, because " + holder(by.source()) + " grants " + what(by) + covering(by, inquiry) + ".";
            case Decision.Denied(var by, var undecidable)
            when undecidable == null ->
                "Denied, because " + holder(by.source()) + " denies " + what(by) + covering(by, inquiry)
                        + ", and no grant beats a denial.";
            case Decision.Denied(var by, var undecidable) ->
                "Denied, because " + holder(by.source()) + " denies " + what(by) + " on the condition '" + undecidable
                        + "', which cannot be evaluated and so counts as met.";
            case Decision.NotGranted(var undecidable)
            when undecidable == null -> "Denied, because nothing grants " + asked(inquiry) + nearly(inquiry) + ".";
            case Decision.NotGranted(var undecidable) ->
                "Denied, because what would grant " + asked(inquiry) + " is on the condition '" + undecidable
                        + "', which cannot be evaluated and so counts as not met.";
            case Decision.Blocked(var cause) -> "Denied, because " + cause(cause) + ".";
        };
    }

    private static String cause(Cause cause) {
        return switch (cause) {
            case TENANT_NOT_ACTIVE -> "the tenant is not active yet";
            case TENANT_SUSPENDED -> "the tenant is suspended";
            case TENANT_DELETED -> "the tenant is deleted";
            case TENANT_PARKED -> "the tenant's views stand before an event that they cannot take in";
            case USER_UNKNOWN -> "there is no such user";
            case USER_DEACTIVATED -> "the user is deactivated";
            case USER_DELETED -> "the user is deleted";
        };
    }

    private static String asked(Inquiry inquiry) {
        return inquiry.resource() == null
                ? inquiry.code().toString()
                : inquiry.code() + " on " + inquiry.resource().instance();
    }

    private static String what(Entitlement entitlement) {
        Instance only = entitlement.limits().instance();
        String permission = entitlement.pattern().text();
        return only == null ? permission : permission + " on " + only;
    }

    private static String covering(Entitlement by, Inquiry inquiry) {
        return by.pattern().text().equals(inquiry.code().toString()) ? "" : ", which covers " + asked(inquiry);
    }

    private static String holder(Source source) {
        return switch (source) {
            case Source.Direct _ -> "the user's own permission";
            case Source.Role(var path) -> "the role " + path(path);
            case Source.Team(var teams, var roles) when roles.isEmpty() -> "the team " + path(teams);
            case Source.Team(var teams, var roles) -> "the role " + path(roles) + " of the team " + path(teams);
            case Source.Access _ -> "the access given to the user of another tenant";
            case Source.Platform(var there) -> holder(there) + " at the platform";
        };
    }

    private static String path(List<String> names) {
        return names.size() == 1 ? names.getFirst() : names.getLast() + " (by way of " + way(names) + ")";
    }

    private static String way(List<String> names) {
        return String.join(" → ", names.subList(0, names.size() - 1));
    }

    /** What came closest, for whoever wonders. */
    private static String nearly(Inquiry inquiry) {
        return Optional.<Entitlement>empty()
                .or(() -> first(inquiry, Outcome.EXPIRED))
                .or(() -> first(inquiry, Outcome.NOT_YET_VALID))
                .or(() -> first(inquiry, Outcome.CONDITION_FALSE))
                .or(() -> first(inquiry, Outcome.SCOPE_TOO_NARROW))
                .or(() -> first(inquiry, Outcome.OTHER_RESOURCE))
                .map(entitlement -> "; " + holder(entitlement.source()) + " grants " + what(entitlement) + ", but "
                        + but(entitlement, inquiry))
                .orElse("");
    }

    private static Optional<Entitlement> first(Inquiry inquiry, Outcome outcome) {
        return inquiry.held().stream()
                .filter(entitlement -> entitlement.effect() == Effect.ALLOW)
                .filter(Explanation.matters(inquiry))
                .filter(entitlement -> Outcome.of(entitlement, inquiry) == outcome)
                .findFirst();
    }

    private static String but(Entitlement entitlement, Inquiry inquiry) {
        return switch (Outcome.of(entitlement, inquiry)) {
            case EXPIRED -> "only until " + entitlement.limits().window().expiresAt();
            case NOT_YET_VALID -> "only from " + entitlement.limits().window().validFrom();
            case CONDITION_FALSE -> "its condition is not met";
            case SCOPE_TOO_NARROW -> "its scope is too narrow";
            case OTHER_RESOURCE -> "that is another resource";
            case APPLIES, CONDITION_UNDECIDABLE -> throw new IllegalStateException("it would have been decided by it");
        };
    }
}
