package io.neomt.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoleGraphTest {

    @Test
    void theClosureHoldsEachAncestorOnceByAShortestPath() {
        Function<String, List<String>> parents =
                of(Map.of("lead", List.of("member", "guest"), "member", List.of("guest"), "guest", List.of("all")));

        assertThat(RoleGraph.closure("lead", parents))
                .containsExactly(
                        Map.entry("lead", List.of("lead")),
                        Map.entry("member", List.of("lead", "member")),
                        Map.entry("guest", List.of("lead", "guest")),
                        Map.entry("all", List.of("lead", "guest", "all")));
    }

    @Test
    void aClosureEndsOnACycle() {
        assertThat(RoleGraph.closure("a", of(Map.of("a", List.of("b"), "b", List.of("a")))))
                .containsOnlyKeys("a", "b");
    }

    @Test
    void aCycleIsShownFromTheRoleBackToTheRole() {
        Function<String, List<String>> parents = of(Map.of("b", List.of("c"), "c", List.of("a")));

        assertThat(RoleGraph.cycle("a", Set.of("b"), parents)).contains(List.of("a", "b", "c", "a"));
        assertThat(RoleGraph.cycle("a", Set.of("a"), parents)).contains(List.of("a", "a"));
        assertThat(RoleGraph.cycle("a", Set.of("d"), parents)).isEmpty();
        assertThat(RoleGraph.cycle("a", Set.of(), parents)).isEmpty();
    }

    @Test
    void theParentsThatAreReplacedDoNotCount() {
        assertThat(RoleGraph.cycle("a", Set.of("c"), of(Map.of("a", List.of("b"), "b", List.of("a")))))
                .isEmpty();
    }

    @Test
    void aLongChainOverflowsNothing() {
        Map<Integer, List<Integer>> chain =
                IntStream.range(0, 2_000).boxed().collect(Collectors.toMap(i -> i, i -> List.of(i + 1)));

        assertThat(RoleGraph.closure(0, role -> chain.getOrDefault(role, List.of())))
                .hasSize(2_001);
    }

    private static Function<String, List<String>> of(Map<String, List<String>> parents) {
        return role -> parents.getOrDefault(role, List.of());
    }
}
