package io.neomt.query.authzen;

import java.util.Arrays;
import java.util.Locale;

/** Until when the evaluations of a batch are answered. */
public enum Semantic {
    EXECUTE_ALL,
    DENY_ON_FIRST_DENY,
    PERMIT_ON_FIRST_PERMIT;

    /** @throws MalformedException when it is no semantic of the standard */
    static Semantic read(Fields options) {
        String name = options.optionalText("evaluations_semantic");
        return name == null
                ? EXECUTE_ALL
                : Arrays.stream(values())
                        .filter(semantic -> semantic.text().equals(name))
                        .findFirst()
                        .orElseThrow(() -> options.wrong(
                                "evaluations_semantic",
                                "is one of execute_all, deny_on_first_deny, permit_on_first_permit"));
    }

    /** Whether this answer is the last one. */
    public boolean endsWith(boolean decision) {
        return switch (this) {
            case EXECUTE_ALL -> false;
            case DENY_ON_FIRST_DENY -> !decision;
            case PERMIT_ON_FIRST_PERMIT -> decision;
        };
    }

    private String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
