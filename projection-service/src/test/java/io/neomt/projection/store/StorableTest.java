package io.neomt.projection.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StorableTest {

    @Test
    void aTextLosesItsNuls() {
        assertThat(Storable.text("a\0b")).isEqualTo("a\ufffdb");
        assertThat(Storable.text(null)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "\\u0000, \\ufffd",
        "\\u0000\\u0000, \\ufffd\\ufffd",
        "\\ud834, \\ufffd",
        "\\uDD1E, \\ufffd",
        "\\\\\\u0000, \\\\\\ufffd",
        "\\\\u0000, \\\\u0000",
        "\\u00e4, \\u00e4"
    })
    void ofJsonOnlyTheEscapesThatAreRefusedAreReplaced(String given, String stored) {
        assertThat(Storable.json(given)).isEqualTo(stored);
    }
}
