package io.neomt.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.permission.Circumstances;
import io.neomt.permission.Condition;
import io.neomt.permission.Condition.Outcome;
import io.neomt.testkit.permissions.Cel;
import io.neomt.testkit.permissions.Check.Attributes;
import io.neomt.testkit.permissions.PermissionCase;
import io.neomt.testkit.permissions.PermissionCase.Expected;
import io.neomt.testkit.permissions.PermissionCases;
import io.neomt.testkit.permissions.World;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the conditions to the reference, which evaluates them plainly. */
class ConditionCasesTest {

    private static final Attributes EXAMPLE = new Attributes(
            Map.of("id", "ann", "properties", Map.of("level", 3, "tags", List.of("a", "b"), "onsite", true)),
            Map.of("properties", Map.of("status", "open", "price", 2.5, "owner", Map.of("city", "Ulm"))),
            Map.of("properties", Map.of("soft", false)),
            Map.of("level", 3L, "time", "2026-03-01T12:00:00Z", "ip", "10.1.2.3"));

    private final CelConditions language = new CelConditions();

    static List<PermissionCase> cases() {
        return PermissionCases.all().stream()
                .filter(example -> example.needs().contains(World.Feature.CONDITIONS))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aConditionOfACaseComesToWhatTheReferenceSays(PermissionCase example) {
        for (String text : conditions(example.world()).toList()) {
            for (Expected expected : example.checks()) {
                agree(text, expected.check().attributes());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "subject.properties.level == 3 && resource.properties.price == 2.5",
                "subject.properties.level > 2.5",
                "resource.properties.price < 3",
                "context.level == 3.0 && context.level in [1, 2, 3]",
                "subject.properties.level == context.level",
                "subject.properties.missing == 3",
                "has(subject.properties.missing)",
                "subject.properties.missing == 3 || context.level == 3",
                "subject.properties.missing == 3 && context.level == 4",
                "subject.properties.tags.exists(tag, tag == 'b')",
                "subject.properties.tags.map(tag, tag + '!') == ['a!', 'b!']",
                "'a' in subject.properties.tags && 'level' in subject.properties",
                "resource.properties.owner.city == 'Ulm' ? action.properties.soft : true",
                "resource.properties.owner == {'city': 'Ulm'}",
                "context.ip.startsWith('10.') && context.ip.matches('^10[.]1[.]')",
                "timestamp(context.time) < timestamp('2026-03-01T12:00:01Z')",
                "timestamp(context.time).getHours() == 12",
                "context.level / 0 == 1",
                "context.ip > 3",
                "context.level == 'three'",
                "type(context.level) == int",
                "size(subject.id) == 3 && string(context.level) == '3'",
                "subject.properties.level",
                "subject.properties.onsite",
                "[1, 2, 3].all(n, n < context.level)",
                "true || 1 / 0 == 1"
            })
    void anExpressionComesToWhatTheReferenceSays(String text) {
        agree(text, EXAMPLE);
        agree(text, Attributes.NONE);
    }

    private void agree(String text, Attributes known) {
        Condition condition = language.compile(text);
        Outcome reference = Cel.evaluate(text, known)
                .map(truth -> truth ? Outcome.TRUE : Outcome.FALSE)
                .orElse(Outcome.UNDECIDABLE);

        assertThat(condition.test(new Circumstances.Known(
                        null, known.subject(), known.resource(), known.action(), known.context())))
                .as(text)
                .isEqualTo(reference);
        assertThat(condition.text()).isEqualTo(text);
    }

    private static Stream<String> conditions(World world) {
        Stream<World.Holding> held = Stream.of(
                        world.users().values().stream().flatMap(user -> user.holdings().stream()),
                        world.roles().values().stream().flatMap(role -> role.holdings().stream()),
                        world.teams().values().stream().flatMap(team -> team.holdings().stream()))
                .flatMap(holdings -> holdings);
        Stream<World.Link> links = world.users().values().stream()
                .flatMap(user -> Stream.concat(user.roles().stream(), user.teams().stream()));
        return Stream.concat(held.map(World.Holding::limit), links.map(World.Link::limit))
                .filter(limit -> limit.condition() != null)
                .map(limit -> String.valueOf(limit.condition()));
    }
}
