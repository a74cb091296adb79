package io.neomt.testkit.permissions;

import java.util.List;
import java.util.Set;

/**
 * What is right.
 *
 * @param reason the stable code of the decision
 * @param paths every path that may be given as the explanation; empty when nothing was held
 * @param conditions every condition that may be named as the undecidable one
 */
public record Answer(boolean allowed, String reason, Set<List<String>> paths, Set<String> conditions) {

    public Answer {
        paths = Set.copyOf(paths);
        conditions = Set.copyOf(conditions);
    }
}
