package io.neomt.query.explain;

import io.neomt.permission.Decision;
import io.neomt.permission.Entitlement;
import io.neomt.permission.PermissionPattern;
import io.neomt.query.check.Inquiry;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Why a question was answered as it was.
 *
 * @param sentence in plain English
 * @param tree the user, with everything that was considered under whoever holds it
 */
public record Explanation(Inquiry inquiry, String sentence, Holder tree) {

    public static Explanation of(Inquiry inquiry) {
        Entitlement decisive = decisive(inquiry.decision());
        Holder tree = Tree.of(
                inquiry.held(),
                matters(inquiry),
                entitlement ->
                        new Considered(entitlement, Outcome.of(entitlement, inquiry), entitlement.equals(decisive)));
        return new Explanation(inquiry, Sentence.of(inquiry), tree);
    }

    /** The one from which the decision follows; null where it follows from there being none. */
    public static @Nullable Entitlement decisive(Decision decision) {
        return switch (decision) {
            case Decision.Allowed(var by) -> by;
            case Decision.Denied denied -> denied.by();
            case Decision.NotGranted _, Decision.Blocked _ -> null;
        };
    }

    /** Those of the action that was asked about, in whatever scope and on whatever resource. */
    static Predicate<Entitlement> matters(Inquiry inquiry) {
        return entitlement -> {
            PermissionPattern pattern = entitlement.pattern();
            return matches(pattern.resource(), inquiry.code().resource())
                    && matches(pattern.action(), inquiry.code().action());
        };
    }

    private static boolean matches(String pattern, String name) {
        return pattern.equals("*") || pattern.equals(name);
    }
}
