package io.neomt.command.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTest {

    @ParameterizedTest
    @ValueSource(strings = {"Ann", "Ölçer", "安", "👩‍🚀 pilot"})
    void whatPeopleCallThemselvesIsALine(String value) {
        assertThat(Field.line("name", value)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two\nlines", "bell\u0007", "nul\u0000", "half \ud83d", "\udc69 half"})
    void controlsAndHalvesOfCharactersAreNoLine(String value) {
        assertThatExceptionOfType(InvalidFieldException.class).isThrownBy(() -> Field.line("name", value));
    }

    @Test
    void aTextMayHaveLinesButNoHalvesOfCharacters() {
        assertThat(Field.text("description", "one\ntwo\t")).isEqualTo("one\ntwo\t");
        assertThatExceptionOfType(InvalidFieldException.class).isThrownBy(() -> Field.text("description", "\ud83d"));
        assertThatExceptionOfType(InvalidFieldException.class).isThrownBy(() -> Field.text("description", "a\u0000"));
        assertThatExceptionOfType(InvalidFieldException.class)
                .isThrownBy(() -> Field.text("description", "a".repeat(1001)));
    }
}
