package io.neomt.command.kernel;

import io.neomt.permission.ConditionLanguage;
import io.neomt.permission.InvalidConditionException;
import io.neomt.permission.InvalidPermissionException;
import io.neomt.permission.Permission;
import io.neomt.permission.Terms;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What may be given at a time: windows that are not over, conditions that can be compiled, codes that are known. Asked of
 * what is new only: what is held already stays whatever became of the rules.
 *
 * @param now the time of the command
 */
public record Giving(Instant now, ConditionLanguage conditions, Codes codes) {

    /** @param where for the details: the field and what tells it from others */
    public Optional<Rejection> refuse(Permission permission, Map<String, ?> where) {
        if (!codes.know(permission.pattern())) {
            return Optional.of(unknown(permission, where));
        }
        return refuse(permission.terms(), where);
    }

    /** @param where for the details: the field and what tells it from others */
    public Optional<Rejection> refuse(Terms terms, Map<String, ?> where) {
        return refuseWindow(terms, where).or(() -> refuseCondition(terms, where));
    }

    /** Looks at those that are not held yet, and says which one in the list it is. */
    public Optional<Rejection> refuseNew(String field, List<Permission> wanted, Set<Permission> held) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!held.contains(wanted.get(i))) {
                Optional<Rejection> refusal = refuse(wanted.get(i), Map.of("field", field + "[" + i + "]"));
                if (refusal.isPresent()) {
                    return refusal;
                }
            }
        }
        return Optional.empty();
    }

    /** @param id what the details call the key of what is refused */
    public Optional<Rejection> refuseNew(String field, String id, Map<?, Terms> wanted) {
        return wanted.entrySet().stream()
                .flatMap(entry ->
                        refuse(
                                entry.getValue(),
                                Map.of("field", field, id, entry.getKey().toString()))
                                .stream())
                .findFirst();
    }

    private Optional<Rejection> refuseWindow(Terms terms, Map<String, ?> where) {
        Instant from = terms.window().validFrom();
        Instant until = terms.window().expiresAt();
        if (!from.isBefore(until)) {
            return Optional.of(
                    window("It would end (expires_at) before or when it begins (valid_from).", terms, where));
        }
        return until.isAfter(now)
                ? Optional.empty()
                : Optional.of(window("It would be over already: expires_at is not after " + now + ".", terms, where));
    }

    private static Rejection window(String message, Terms terms, Map<String, ?> where) {
        Map<String, Object> details = new LinkedHashMap<>(where);
        put(details, "valid_from", terms.validFrom());
        put(details, "expires_at", terms.expiresAt());
        return new Rejection(GivingRejection.INVALID_WINDOW, message, details);
    }

    private static void put(Map<String, Object> details, String field, @Nullable Instant bound) {
        if (bound != null) {
            details.put(field, bound.toString());
        }
    }

    private Optional<Rejection> refuseCondition(Terms terms, Map<String, ?> where) {
        if (terms.condition() == null) {
            return Optional.empty();
        }
        try {
            conditions.compile(terms.condition());
            return Optional.empty();
        } catch (InvalidPermissionException wrong) {
            return Optional.of(condition(wrong, where));
        }
    }

    private static Rejection condition(InvalidPermissionException wrong, Map<String, ?> where) {
        Map<String, Object> details = new LinkedHashMap<>(where);
        if (wrong instanceof InvalidConditionException located) {
            details.put("line", located.line());
            details.put("column", located.column());
        }
        String message = String.valueOf(wrong.getMessage());
        return new Rejection(GivingRejection.INVALID_CONDITION, sentence(message), details);
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    private Rejection unknown(Permission permission, Map<String, ?> where) {
        Map<String, Object> details = new LinkedHashMap<>(where);
        details.put("permission", permission.pattern().text());
        List<String> similar = codes.similarTo(permission.pattern());
        details.put("similar", similar);
        return new Rejection(
                GivingRejection.UNKNOWN_PERMISSION,
                "The catalogue does not know the permission '" + permission.pattern()
                        + "'; define it first, or grant one that it knows, such as " + String.join(", ", similar) + ".",
                details);
    }
}
