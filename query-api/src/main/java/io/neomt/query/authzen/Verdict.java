package io.neomt.query.authzen;

import io.neomt.permission.Decision;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer as the standard has it.
 *
 * @param context why it is denied; null where it is allowed, since a caller may refuse a permit whose context it does not
 *     understand
 */
public record Verdict(boolean decision, @Nullable Map<String, Object> context) {

    private static final Verdict PERMIT = new Verdict(true, null);

    public static Verdict of(Decision decision) {
        if (decision.allowed()) {
            return PERMIT;
        }
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("reason", decision.reason());
        if (decision.undecidable() != null) {
            context.put("condition", decision.undecidable());
        }
        return new Verdict(false, context);
    }

    /** @param reason a stable code in lower case */
    public static Verdict denied(String reason) {
        return new Verdict(false, Map.of("reason", reason));
    }

    /** An evaluation of a batch that is no evaluation. */
    public static Verdict malformed(String message) {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("reason", "malformed");
        context.put("error", Map.of("status", 400, "message", message));
        return new Verdict(false, context);
    }
}
