package io.neomt.query.explain;

import io.neomt.permission.Entitlement;
import io.neomt.query.explain.Holder.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Puts what is held under those who hold it. */
final class Tree {

    private final List<Considered> considered = new ArrayList<>();
    private final Map<Step, Tree> below = new LinkedHashMap<>();
    private int others;

    private Tree() {}

    static Holder of(
            List<Entitlement> held, Predicate<Entitlement> matters, Function<Entitlement, Considered> consider) {
        Tree root = new Tree();
        for (Entitlement entitlement : held) {
            Tree holder = root.at(Step.of(entitlement.source()));
            if (matters.test(entitlement)) {
                holder.considered.add(consider.apply(entitlement));
            } else {
                holder.others++;
            }
        }
        return root.holder(new Step(Kind.USER, ""));
    }

    private Tree at(List<Step> way) {
        Tree tree = this;
        for (Step step : way) {
            tree = tree.below.computeIfAbsent(step, _ -> new Tree());
        }
        return tree;
    }

    private Holder holder(Step step) {
        List<Holder> children = below.entrySet().stream()
                .map(child -> child.getValue().holder(child.getKey()))
                .toList();
        return new Holder(step.kind(), step.name(), considered, others, children);
    }
}
