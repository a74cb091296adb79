package io.neomt.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.testkit.DeciderSpecification.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeciderSpecificationTest {

    /** A lamp: events and commands are "on" and "off"; a broken lamp refuses. */
    private final DeciderSpecification<String, String, String, String> lamp =
            new DeciderSpecification<>("off", DeciderSpecificationTest::decide, (state, event) -> event);

    @Test
    void comparesTheEvents() {
        lamp.given().when("on").then("on");
        lamp.given("on").when("off").then("off");
        assertThatThrownBy(() -> lamp.given().when("on").then("off")).isInstanceOf(AssertionError.class);
    }

    @Test
    void comparesTheRefusal() {
        lamp.given("broken").when("on").thenRejected("BROKEN");
        assertThatThrownBy(() -> lamp.given().when("on").thenRejected("BROKEN")).isInstanceOf(AssertionError.class);
    }

    @Test
    void showsThatARepeatedCommandChangesNothing() {
        lamp.given("on").when("on").thenNothing();
        lamp.given().when("on").thenAgainNothing("on");
    }

    @Test
    void handsOutTheEvents() {
        assertThat(lamp.given().when("on").events()).containsExactly("on");
        assertThatThrownBy(() -> lamp.given("broken").when("on").events()).hasMessageContaining("BROKEN");
    }

    private static Outcome<String, String> decide(String state, String command) {
        if (state.equals("broken")) {
            return new Outcome.Rejected<>("BROKEN");
        }
        return new Outcome.Accepted<>(state.equals(command) ? List.of() : List.of(command));
    }
}
