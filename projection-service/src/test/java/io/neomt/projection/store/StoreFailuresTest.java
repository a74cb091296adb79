package io.neomt.projection.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.projection.kernel.Failure;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreFailuresTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "28P01", "40P01", "42501", "53300", "55P03", "57P01", "58030"})
    void whatPassesIsTriedAgain(String state) {
        assertThat(StoreFailures.classify(thrown(state))).containsInstanceOf(Failure.Retry.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"22001", "23505", "42P01", "42703"})
    void whatAnEventBringsAboutParks(String state) {
        assertThat(StoreFailures.classify(thrown(state))).containsInstanceOf(Failure.Park.class);
    }

    private static RuntimeException thrown(String state) {
        return new IllegalStateException("no row was written", new SQLException("refused", state));
    }
}
