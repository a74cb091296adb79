package io.neomt.command.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.neomt.command.kernel.InvalidFieldException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTest {

    @Test
    void itIsReadAsUtf8() {
        String header = new String("für Älva".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        assertThat(Reason.of(" " + header)).isEqualTo("für Älva");
        assertThat(Reason.of("r".repeat(255))).hasSize(255);
        assertThat(Reason.of(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\u0000b", "a\u001bb", "caf\u00e9"})
    void whatIsNoTextIsRefused(String header) {
        assertThatExceptionOfType(InvalidFieldException.class).isThrownBy(() -> Reason.of(header));
    }

    @Test
    void whatIsTooLongIsRefused() {
        assertThatExceptionOfType(InvalidFieldException.class).isThrownBy(() -> Reason.of("r".repeat(256)));
    }
}
