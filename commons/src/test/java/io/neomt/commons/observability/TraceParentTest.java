package io.neomt.commons.observability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

    private static final String VALID = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void aValidTraceIsReadAndWrittenBack() {
        assertThat(TraceParent.parse(VALID)).map(TraceParent::toString).hasValue(VALID);
    }

    @Test
    void aLaterVersionMaySayMore() {
        assertThat(TraceParent.parse("cc" + VALID.substring(2) + "-what-comes")).isPresent();
    }

    @Test
    void aChildKeepsTheTraceAndHasASpanOfItsOwn() {
        TraceParent parent = TraceParent.create();
        TraceParent child = parent.child();
        assertThat(child.traceId()).isEqualTo(parent.traceId());
        assertThat(child.spanId()).isNotEqualTo(parent.spanId());
        assertThat(TraceParent.parse(child.toString())).hasValue(child);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more"
            })
    void aBrokenTraceIsNotContinued(String text) {
        assertThat(TraceParent.parse(text)).isEmpty();
    }
}
