package io.neomt.testkit.permissions;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.testkit.Seeds;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever never read our code comes to the same: what Casbin can express, it answers as we do. */
class CasbinTest {

    private static final int WORLDS = 500;
    private static final int CHECKS = 20;

    static List<PermissionCase> cases() {
        return PermissionCases.all().stream()
                .filter(example -> CasbinModel.FEATURES.containsAll(example.needs()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void casbinAnswersAsTheCaseSays(PermissionCase example) {
        CasbinModel casbin = new CasbinModel(example.world());
        for (PermissionCase.Expected expected : example.checks()) {
            assertThat(casbin.allows(expected.check())).as("%s", expected).isEqualTo(expected.allowed());
        }
    }

    @Test
    void casbinTheReferenceEvaluatorAndCompiledSetsAnswerAlikeInRandomWorlds() {
        Set<String> reasons = new HashSet<>();
        long first = Seeds.first(CasbinTest.class);
        for (long seed = first; seed < first + WORLDS; seed++) {
            World world = RandomWorlds.world(seed, CasbinModel.FEATURES);
            CasbinModel casbin = new CasbinModel(world);
            CompiledModel compiled = new CompiledModel(world);
            ReferenceEvaluator reference = new ReferenceEvaluator(world);
            for (Check check : RandomWorlds.checks(seed, CasbinModel.FEATURES, CHECKS)) {
                Supplier<String> about = about(seed, check, world);
                Answer answer = reference.answer(check);
                boolean right = casbin.allows(check);
                reasons.add(answer.reason());
                assertThat(answer.allowed()).as(about).isEqualTo(right);
                assertThat(compiled.check(check).allowed()).as(about).isEqualTo(right);
            }
        }
        assertThat(reasons)
                .containsExactlyInAnyOrder(
                        "granted", "denied", "not_granted", "user_unknown", "user_deactivated", "user_deleted");
    }

    private static Supplier<String> about(long seed, Check check, World world) {
        return () -> "seed %d: %s in %s".formatted(seed, check, world);
    }
}
