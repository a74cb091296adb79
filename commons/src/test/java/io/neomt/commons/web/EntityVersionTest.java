package io.neomt.commons.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityVersionTest {

    @Test
    void aTagIsTakenBackAsItWasGiven() {
        assertThat(EntityVersion.ifMatch(EntityVersion.etag(42))).isEqualTo(42);
    }

    @Test
    void withoutAVersionAnyIsMeant() {
        assertThat(EntityVersion.ifMatch(null)).isNull();
        assertThat(EntityVersion.ifMatch("*")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "42", "\"x\"", "W/\"42\"", "\"42\", \"43\"", "\"-1\"", "\"99999999999999999999\""})
    void anythingElseIsRefused(String header) {
        assertThatThrownBy(() -> EntityVersion.ifMatch(header))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("If-Match");
    }
}
