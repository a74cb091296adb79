package io.neomt.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lines that are weakened are still there; whether their faults find it, {@link WeakenedBuilds} shows. */
class WeakeningsTest {

    @ParameterizedTest
    @MethodSource("io.neomt.e2e.faults.Weakenings#all")
    void theProductCanStillBeWeakenedThere(Weakening weakening) throws Exception {
        assertThat(weakening.files()).isNotEmpty();
        assertThat(Faults.named(weakening.fault()).text()).isNotEmpty();
    }

    @Test
    void eachFaultHasABuildToFind() {
        assertThat(Weakenings.all())
                .extracting(Weakening::fault)
                .containsOnlyOnceElementsOf(
                        Faults.all().stream().map(Fault::name).toList());
    }
}
