package io.neomt.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.permission.InvalidPermissionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompilationTest {

    private final CelConditions language = new CelConditions();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "context.( | line 1, column 9 | no viable alternative at input '.('",
                "context.level > && true | line 1, column 17 | extraneous input '&&'",
                "user.name == 'ann' | line 1, column 1 | undeclared reference to 'user'",
                "1 + 1 | line 1, column 3 | expected type 'bool' but found 'int'",
                "context.level > 2 && size(3) == 1 | line 1, column 26 | no matching overload for 'size'",
                "'a' == 3 | line 1, column 5 | no matching overload for '_==_'",
                "context.name.matches('(') | line 1, column 22 | the pattern is wrong: missing closing )",
                "context.name.matches(context.pattern) | line 1, column 29 | the pattern of 'matches' is a literal",
                "context.name.matches('((a{1000}){1000}){1000}') | line 1, column 22 | the pattern is too large",
                "context.name.matches('(a{50}){50}') | line 1, column 22 | the pattern is too large",
                "timestamp('noon') < timestamp('2026-01-01T00:00:00Z') | line 1, column 11 | timestamp validation failed"
            })
    void saysWhereTheTextIsWrong(String text, String place, String problem) {
        assertThatThrownBy(() -> language.compile(text))
                .isInstanceOf(InvalidPermissionException.class)
                .hasMessageStartingWith("the condition is wrong at " + place + ": ")
                .hasMessageContaining(problem);
    }

    @Test
    void countsLines() {
        assertThatThrownBy(() -> language.compile("context.level > 2 &&\n  contxt.level < 3"))
                .hasMessageStartingWith("the condition is wrong at line 2, column 3: undeclared reference to 'contxt'");
    }

    @Test
    void saysHowMuchMoreIsWrong() {
        assertThatThrownBy(() -> language.compile("a == b")).hasMessageEndingWith("(and 1 more)");
    }

    @Test
    void aTextIsBounded() {
        String longest = "context.x == '" + "x".repeat(1_985) + "'";

        assertThat(language.compile(longest).text()).hasSize(2_000);
        assertThatThrownBy(() -> language.compile(longest + " "))
                .isInstanceOf(InvalidPermissionException.class)
                .hasMessage("a condition has at most 2000 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "[", "!(", "-(", "{'a':", "context.a ? true : (", "1 + (", "[1].all(x, "})
    void nestingIsBounded(String open) {
        assertThatThrownBy(() -> language.compile(open.repeat(1_990 / open.length())))
                .isInstanceOf(InvalidPermissionException.class);
    }

    @Test
    void chainsAreBounded() {
        assertThatThrownBy(() -> language.compile("context" + ".a".repeat(900)))
                .isInstanceOf(InvalidPermissionException.class);
        assertThatThrownBy(() -> language.compile("1" + "+1".repeat(200) + " == 1"))
                .isInstanceOf(InvalidPermissionException.class);
        assertThat(language.compile("context.a" + " || context.a".repeat(100))).isNotNull();
    }

    @Test
    void aCompiledConditionIsKept() {
        assertThat(language.compile("context.level > 2")).isSameAs(language.compile("context.level > 2"));
    }
}
