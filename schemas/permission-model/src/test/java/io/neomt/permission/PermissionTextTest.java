package io.neomt.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"users.read.own", "a.b-c_9.team", "users.read.tenant"})
    void codesAndPatternsKeepTheirText(String text) {
        assertThat(PermissionCode.parse(text)).hasToString(text);
        assertThat(PermissionPattern.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({"*.*.*,TENANT", "users.*.own,OWN", "*.read.team,TEAM"})
    void patternsMayHoldWildcards(String text, Scope scope) {
        assertThat(PermissionPattern.parse(text)).hasToString(text).returns(scope, PermissionPattern::scope);
        assertThatThrownBy(() -> PermissionCode.parse(text)).isInstanceOf(InvalidPermissionException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "a.b",
                "a.b.",
                "a.b.c",
                "a.b.Own",
                "Users.read.own",
                "a.b.own.x",
                "a..own",
                ".b.own",
                "9a.b.own",
                "a.b.own ",
                " a.b.own",
                "a.b.own\n",
                "ä.b.own",
                "a*.b.own",
                "a.**.own"
            })
    void whatIsNotWellFormedIsRefused(String text) {
        assertThatThrownBy(() -> PermissionCode.parse(text)).isInstanceOf(InvalidPermissionException.class);
        assertThatThrownBy(() -> PermissionPattern.parse(text)).isInstanceOf(InvalidPermissionException.class);
    }

    @ParameterizedTest
    @EnumSource(Scope.class)
    void aCodeNamesThePatternsThatCoverIt(Scope scope) {
        PermissionCode code = new PermissionCode("docs", "read", scope);
        List<String> patterns = Stream.of("docs", "users", "*")
                .flatMap(resource -> Stream.of("read", "write", "*").map(action -> resource + "." + action + "."))
                .flatMap(names -> Stream.of("own", "team", "tenant", "*").map(names::concat))
                .filter(text -> PermissionPattern.parse(text).covers(code))
                .toList();

        assertThat(code.patterns()).containsExactlyInAnyOrderElementsOf(patterns);
    }

    @Test
    void aSegmentHasAtMost63Characters() {
        String longest = "a".repeat(63);
        assertThat(PermissionCode.parse(longest + ".b.own").resource()).isEqualTo(longest);
        assertThatThrownBy(() -> PermissionCode.parse(longest + "a.b.own"))
                .isInstanceOf(InvalidPermissionException.class)
                .hasMessageContaining("at most 62");
    }

    @Test
    void theMessageSaysThatACheckNamesOneScope() {
        assertThatThrownBy(() -> PermissionCode.parse("a.b.*")).hasMessageContaining("own, team, tenant");
        assertThatThrownBy(() -> PermissionCode.parse("*.b.own")).hasMessageContaining("grants and denials only");
    }

    @Test
    void anActionOnAResourceHasTwoSegments() {
        assertThat(ResourceAction.parse("docs.read")).hasToString("docs.read");
        assertThat(ResourceAction.parse("docs.read").in(Scope.TEAM)).hasToString("docs.read.team");
        assertThatThrownBy(() -> ResourceAction.parse("docs.read.own")).hasMessageContaining("two segments");
        assertThatThrownBy(() -> ResourceAction.parse("docs.*")).isInstanceOf(InvalidPermissionException.class);
    }

    @Test
    void anInstanceHasATypeAndAnId() {
        assertThat(new Instance("doc", "7/a:b")).hasToString("doc/7/a:b");
        assertThatThrownBy(() -> new Instance("Doc", "7")).isInstanceOf(InvalidPermissionException.class);
        assertThatThrownBy(() -> new Instance("doc", " ")).hasMessageContaining("1 to 255");
        assertThatThrownBy(() -> new Instance("doc", "7\0")).hasMessageContaining("each of them printable");
        assertThatThrownBy(() -> new Instance("doc", "7\ud834")).hasMessageContaining("each of them printable");
        assertThat(new Instance("doc", "\ud834\udd1e")).hasToString("doc/\ud834\udd1e");
        assertThatThrownBy(() -> new Instance("doc", "7".repeat(256))).hasMessageContaining("1 to 255");
    }
}
