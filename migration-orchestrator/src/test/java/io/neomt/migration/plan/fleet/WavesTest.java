package io.neomt.migration.plan.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.migration.plan.fleet.Target.Owner;
import io.neomt.migration.plan.fleet.Waves.Wave;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WavesTest {

    @Test
    void whatAllStandOnComesFirstThenCanariesThenGrowingShares() {
        List<Target> targets = new ArrayList<>(tenants(105, 1));
        targets.add(new Target(Level.TEMPLATE, "db0", null, "tenant_template", null, null));
        targets.add(new Target(Level.ADMIN, "admin", null, "admin", null, null));
        targets.add(new Target(Level.REGIONAL, "db0", null, "platform_common", null, null));

        List<Wave> waves = Waves.of(targets, Policy.DEFAULT);

        assertThat(waves).extracting(wave -> wave.targets().size()).containsExactly(1, 1, 1, 5, 5, 20, 75);
        assertThat(waves)
                .extracting(wave -> wave.targets().getFirst().level())
                .startsWith(Level.ADMIN, Level.REGIONAL, Level.TEMPLATE, Level.TENANT);
        assertThat(waves).extracting(Wave::careful).containsExactly(true, true, true, true, false, false, false);
    }

    @Test
    void namedCanariesGoFirst() {
        List<Wave> waves = Waves.of(tenants(10, 1), policy(List.of("t07", "t03", "nobody"), 0));

        assertThat(waves.getFirst().careful()).isTrue();
        assertThat(waves.getFirst().targets()).extracting(Target::name).containsExactly("t03", "t07");
    }

    @Test
    void canariesThatAreDrawnAreOfEveryServer() {
        List<Wave> waves = Waves.of(tenants(20, 4), policy(List.of(), 0));

        assertThat(waves.getFirst().targets()).extracting(Target::connection).contains("db0", "db1", "db2", "db3");
    }

    @Test
    void nothingIsLeftOutOrThereTwiceWhateverThePolicy() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            List<Target> targets = tenants(random.nextInt(60), 1 + random.nextInt(4));
            int batch = random.nextInt(10);
            List<Wave> waves = Waves.of(targets, policy(List.of(), batch));

            assertThat(waves.stream().flatMap(wave -> wave.targets().stream()))
                    .containsExactlyInAnyOrderElementsOf(targets);
            assertThat(waves).allSatisfy(wave -> assertThat(wave.targets()).isNotEmpty());
            assertThat(waves)
                    .allSatisfy(wave -> assertThat(batch == 0 || wave.targets().size() <= batch)
                            .isTrue());
        }
    }

    private static Policy policy(List<String> canaries, int batch) {
        return new Policy(canaries, 5, List.of(5, 25, 100), 2, 5, 4, batch);
    }

    private static List<Target> tenants(int count, int servers) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Target(
                        Level.TENANT,
                        "db" + i % servers,
                        null,
                        "tenant_t%02d".formatted(i),
                        new Owner(new UUID(0, i), "t%02d".formatted(i)),
                        null))
                .toList();
    }
}
