package io.neomt.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class EventHashTest {

    @Test
    void aHashIsSixtyFourLowerCaseDigits() {
        String digits = "0123456789abcdef".repeat(4);

        assertThat(new EventHash(digits).hex()).isEqualTo(digits);
        assertThat(EventHash.of(new EventHash(digits).bytes())).isEqualTo(new EventHash(digits));
        for (String other : List.of(
                "",
                digits.substring(1),
                digits + "0",
                digits.replace('a', 'A'),
                digits.replace('f', 'g'),
                digits.replace('0', '/'),
                digits.replace('9', ':'),
                digits.replace('a', '`'),
                digits.replace('1', '\u0661'))) {
            assertThatThrownBy(() -> new EventHash(other)).hasMessageContaining("64 lower-case");
        }
    }
}
