package io.neomt.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.runtime.CelEvaluationListener;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one evaluation may cost: a unit for each step, each character that comes out of one, and each element where a
 * whole value is gone through. So neither memory nor time grows with what an expression multiplies.
 */
final class Budget implements CelEvaluationListener {

    static final int WORK = 20_000;
    private static final Set<String> COMPARISONS = Set.of("_==_", "_!=_", "@in");
    private static final String SUM = "_+_";

    private final Set<Long> weighed;
    private int left = WORK;

    Budget(Set<Long> weighed) {
        this.weighed = weighed;
    }

    /** The parts that compare or copy whole values: both sides of a comparison, and each sum. */
    static Set<Long> weighedIn(CelAbstractSyntaxTree tree) {
        return CelNavigableAst.fromAst(tree)
                .getRoot()
                .allNodes()
                .map(CelNavigableExpr::expr)
                .filter(part -> part.getKind() == Kind.CALL)
                .flatMap(Budget::weighedOf)
                .map(CelExpr::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<CelExpr> weighedOf(CelExpr part) {
        CelCall call = part.call();
        if (COMPARISONS.contains(call.function())) {
            return call.args().stream();
        }
        return call.function().equals(SUM) && !isCollecting(call) ? Stream.of(part) : Stream.empty();
    }

    /** Macros such as {@code map} collect what they find by adding to a variable that no expression can name. */
    private static boolean isCollecting(CelCall sum) {
        CelExpr first = sum.args().getFirst();
        return first.getKind() == Kind.IDENT && first.ident().name().startsWith("@");
    }

    boolean isSpent() {
        return left < 0;
    }

    @Override
    public void callback(CelExpr part, @Nullable Object value) {
        spend(1);
        if (value instanceof CharSequence text) {
            spend(text.length());
        } else if (weighed.contains(part.id())) {
            weigh(value);
        }
    }

    private void weigh(@Nullable Object value) {
        spend(1);
        switch (value) {
            case String text -> spend(text.length());
            case Map<?, ?> map -> map.values().forEach(this::weigh);
            case Collection<?> list -> list.forEach(this::weigh);
            case null, default -> {}
        }
    }

    private void spend(int units) {
        left -= units;
        if (left < 0) {
            throw new IllegalStateException("the condition costs too much");
        }
    }
}
