package io.neomt.testkit.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.permission.Decision;
import io.neomt.testkit.Seeds;
import io.neomt.testkit.permissions.World.Feature;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RandomWorldsTest {

    private static final int WORLDS = 2_000;
    private static final int CHECKS = 40;

    @Test
    void thePermissionModelAndCompiledSetsAnswerAsTheReferenceEvaluatorDoes() {
        assertThat(reasonsMet(EnumSet.allOf(Feature.class)))
                .contains("granted", "denied", "not_granted", "condition_undecidable")
                .contains("user_unknown", "user_deactivated", "user_deleted", "tenant_suspended", "tenant_deleted");
    }

    @Test
    void itDoesSoInPlainWorlds() {
        assertThat(reasonsMet(EnumSet.noneOf(Feature.class)))
                .containsExactlyInAnyOrder("granted", "denied", "not_granted", "user_unknown", "user_deactivated");
    }

    @Test
    void worldsHoldOnlyWhatTheyMay() {
        Set<Feature> met = EnumSet.noneOf(Feature.class);
        for (long seed = 0; seed < 100; seed++) {
            assertThat(RandomWorlds.plainWorld(seed).features()).isEmpty();
            met.addAll(RandomWorlds.world(seed).features());
        }
        assertThat(met).containsExactlyInAnyOrder(Feature.values());
    }

    @Test
    void theSameSeedGivesTheSame() {
        Set<Feature> all = EnumSet.allOf(Feature.class);
        assertThat(RandomWorlds.world(7)).isEqualTo(RandomWorlds.world(7)).isNotEqualTo(RandomWorlds.world(8));
        assertThat(RandomWorlds.checks(7, all, 50)).isEqualTo(RandomWorlds.checks(7, all, 50));
    }

    private static Set<String> reasonsMet(Set<Feature> features) {
        Set<String> met = new HashSet<>();
        long first = Seeds.first(RandomWorldsTest.class);
        for (long seed = first; seed < first + WORLDS; seed++) {
            World world = RandomWorlds.world(seed, features);
            Model model = new Model(world);
            CompiledModel compiled = new CompiledModel(world);
            ReferenceEvaluator reference = new ReferenceEvaluator(world);
            for (Check check : RandomWorlds.checks(seed, features, CHECKS)) {
                Answer right = reference.answer(check);
                met.add(agreed(seed, world, check, right, model.check(check)));
                agreed(seed, world, check, right, compiled.check(check));
            }
        }
        return met;
    }

    private static String agreed(long seed, World world, Check check, Answer right, Decision decision) {
        Supplier<String> about = () -> "seed %d: %s in %s is %s".formatted(seed, check, world, right);
        assertThat(decision.allowed()).as(about).isEqualTo(right.allowed());
        assertThat(decision.reason()).as(about).isEqualTo(right.reason());
        Paths.of(decision).ifPresent(path -> assertThat(right.paths()).as(about).contains(path));
        if (decision.undecidable() != null) {
            assertThat(right.conditions()).as(about).contains(decision.undecidable());
        }
        return right.reason();
    }
}
