package io.neomt.permission;

import io.neomt.permission.Condition.Outcome;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When, on what and under which conditions a grant or denial exists. What is collected on the way to it (an assignment
 * until Friday of a role that holds a grant on a condition) adds up.
 *
 * @param instance the only resource that it is about; null for every resource of its scope
 */
public record Limits(
        Window window, List<Condition> conditions, @Nullable Instance instance) {

    public static final Limits NONE = new Limits(Window.ALWAYS, List.of(), null);

    static final String TIME = "the time of the check";

    public Limits {
        conditions = List.copyOf(conditions);
    }

    /**
     * All of these terms together. A text that is no condition any more cannot be decided, and so fails closed.
     *
     * @param terms what was met on the way, and at its end
     */
    public static Limits of(List<Terms> terms, @Nullable Instance instance, ConditionLanguage language) {
        Limits limits = instance == null ? NONE : NONE.on(instance);
        for (Terms each : terms) {
            limits = each.equals(Terms.NONE) ? limits : limits.and(each, language);
        }
        return limits;
    }

    private Limits and(Terms terms, ConditionLanguage language) {
        Limits within = within(terms.window());
        return terms.condition() == null ? within : within.when(Unreadable.orCompiled(terms.condition(), language));
    }

    /** The one behind the other; the instance is that of the other. */
    public Limits and(Limits other) {
        if (other.equals(NONE)) {
            return this;
        }
        List<Condition> both =
                Stream.concat(conditions.stream(), other.conditions.stream()).toList();
        return new Limits(window.and(other.window), both, other.instance);
    }

    public Limits within(Window other) {
        return new Limits(window.and(other), conditions, instance);
    }

    public Limits when(Condition condition) {
        return new Limits(
                window, Stream.concat(conditions.stream(), Stream.of(condition)).toList(), instance);
    }

    public Limits on(Instance only) {
        return new Limits(window, conditions, only);
    }

    /** Whether window and conditions hold. */
    public Outcome test(Circumstances circumstances) {
        if (isNone()) {
            return Outcome.TRUE;
        }
        Outcome all = time(circumstances);
        for (int i = 0; i < conditions.size() && all != Outcome.FALSE; i++) {
            all = all.and(conditions.get(i).test(circumstances));
        }
        return all;
    }

    /** Whether this is {@link #NONE} itself: a short cut, since an equal one comes to the same. */
    @SuppressWarnings("ReferenceEquality")
    boolean isNone() {
        return this == NONE;
    }

    /** Names what could not be decided. */
    String undecidable(Circumstances circumstances) {
        return conditions.stream()
                .filter(condition -> condition.test(circumstances) == Outcome.UNDECIDABLE)
                .map(Condition::text)
                .findFirst()
                .orElse(TIME);
    }

    private Outcome time(Circumstances circumstances) {
        if (window.equals(Window.ALWAYS)) {
            return Outcome.TRUE;
        }
        if (circumstances.now() == null) {
            return Outcome.UNDECIDABLE;
        }
        return window.contains(circumstances.now()) ? Outcome.TRUE : Outcome.FALSE;
    }
}
