package io.neomt.testkit.permissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.permission.Decision;
import io.neomt.testkit.permissions.PermissionCase.Expected;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PermissionCasesTest {

    static List<PermissionCase> cases() {
        return PermissionCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theReferenceEvaluatorAnswersAsTheCaseSays(PermissionCase example) {
        ReferenceEvaluator evaluator = new ReferenceEvaluator(example.world());
        for (Expected expected : example.checks()) {
            Answer answer = evaluator.answer(expected.check());

            assertThat(answer.allowed()).as("%s", expected).isEqualTo(expected.allowed());
            assertThat(answer.reason()).as("%s", expected).isEqualTo(expected.reason());
            if (expected.path() != null) {
                assertThat(answer.paths()).as("%s", expected).contains(expected.path());
            }
            if (expected.condition() != null) {
                assertThat(answer.conditions()).as("%s", expected).contains(expected.condition());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void thePermissionModelAnswersAsTheCaseSays(PermissionCase example) {
        answersAsTheCaseSays(example, new Model(example.world())::check);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void compiledSetsAnswerAsTheCaseSays(PermissionCase example) {
        answersAsTheCaseSays(example, new CompiledModel(example.world())::check);
    }

    private static void answersAsTheCaseSays(PermissionCase example, Function<Check, Decision> model) {
        for (Expected expected : example.checks()) {
            Decision decision = model.apply(expected.check());

            assertThat(decision.allowed()).as("%s", expected).isEqualTo(expected.allowed());
            assertThat(decision.reason()).as("%s", expected).isEqualTo(expected.reason());
            assertThat(decision.undecidable()).as("%s", expected).isEqualTo(expected.condition());
            if (expected.path() != null) {
                assertThat(Paths.of(decision)).as("%s", expected).contains(expected.path());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aCaseSaysWhatItsWorldNeeds(PermissionCase example) {
        assertThat(example.needs()).isEqualTo(example.world().features());
        assertThat(example.checks()).isNotEmpty();
    }

    @Test
    void plainCasesNeedNeitherTeamsNorAttributes() {
        assertThat(PermissionCases.plain()).hasSizeGreaterThan(10).allSatisfy(example -> assertThat(example.checks())
                .extracting(Expected::check)
                .allMatch(check -> check.attributes().equals(Check.Attributes.NONE))
                .allMatch(check -> check.target() == null || check.target().team() == null));
    }

    @Test
    void everyCaseFileIsRead() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(PermissionCases.class.getResource("/permission-cases"))
                .toURI());
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", "")))
                    .containsExactlyInAnyOrderElementsOf(PermissionCases.FILES);
        }
    }

    @Test
    void aTypoInACaseIsAnError() {
        assertThatThrownBy(() -> Fields.read(
                        "users.ann", Map.of("grant", List.of()), fields -> fields.list("grants", (at, node) -> node)))
                .hasMessage("users.ann has unknown fields [grant]");
        assertThatThrownBy(() -> Fields.read("users.ann", "x", fields -> fields))
                .hasMessageContaining("not a mapping");
        assertThatThrownBy(() -> Fields.read("check", Map.of(), fields -> fields.text("user")))
                .hasMessage("check lacks 'user'");
    }

    @Test
    void aConditionThatIsNoneIsAnError() {
        assertThatThrownBy(() -> Cel.evaluate("action.(", Check.Attributes.NONE))
                .hasMessageContaining("not a condition: action.(");
        assertThat(Cel.evaluate("1 + 1", Check.Attributes.NONE)).isEmpty();
    }
}
