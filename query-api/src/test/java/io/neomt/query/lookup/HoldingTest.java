package io.neomt.query.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.permission.ConditionLanguage;
import io.neomt.permission.Effect;
import io.neomt.permission.Entitlement;
import io.neomt.permission.Instance;
import io.neomt.permission.Limits;
import io.neomt.permission.PermissionPattern;
import io.neomt.permission.Source;
import io.neomt.permission.Terms;
import io.neomt.permission.Window;
import io.neomt.query.lookup.Holding.Effectiveness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HoldingTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Limits UNTIL_NOW = Limits.NONE.within(Window.until(NOW));
    private static final Limits ON_SEVEN = Limits.NONE.on(new Instance("doc", "7"));
    private static final Limits ON_EIGHT = Limits.NONE.on(new Instance("doc", "8"));
    private static final Limits IF = Limits.of(List.of(Terms.of(null, null, "true")), null, ConditionLanguage.TEXTS);

    @Test
    void aGrantCountsWhereNoDenialMeetsIt() {
        assertThat(of("users.read.tenant")).isEqualTo(Effectiveness.FULL);
        assertThat(of("users.read.tenant", "users.write.tenant", "posts.read.tenant", "posts.*.own"))
                .isEqualTo(Effectiveness.FULL);
    }

    @Test
    void aNarrowerDenialTakesAwayAPart() {
        assertThat(of("users.delete.tenant", "users.delete.own")).isEqualTo(Effectiveness.PARTIAL);
        assertThat(of("*.*.*", "users.delete.tenant")).isEqualTo(Effectiveness.PARTIAL);
        assertThat(of("users.*.team", "*.delete.tenant")).isEqualTo(Effectiveness.PARTIAL);
    }

    @Test
    void aDenialAsWideTakesAwayEverything() {
        assertThat(of("users.delete.own", "users.delete.tenant")).isEqualTo(Effectiveness.OVERRIDDEN);
        assertThat(of("users.delete.team", "users.*.team")).isEqualTo(Effectiveness.OVERRIDDEN);
        assertThat(of("users.*.*", "*.*.*")).isEqualTo(Effectiveness.OVERRIDDEN);
    }

    @Test
    void aDenialIsNotOverridden() {
        List<Holding> holdings = Holding.of(List.of(deny("users.delete.own"), deny("*.*.*")), NOW, false);

        assertThat(holdings).extracting(Holding::effectiveness).containsOnly(Effectiveness.FULL);
        assertThat(holdings).extracting(Holding::overriddenBy).containsOnly(List.of());
    }

    @Test
    void nothingCountsForAUserThatIsBlocked() {
        assertThat(Holding.of(List.of(allow("*.*.*"), deny("a.b.own")), NOW, true))
                .extracting(Holding::effectiveness)
                .containsOnly(Effectiveness.BLOCKED);
    }

    @Test
    void whatIsOutsideItsWindowNeitherCountsNorTakesAway() {
        assertThat(of(limited("docs.read.tenant", Effect.ALLOW, UNTIL_NOW))).isEqualTo(Effectiveness.OUTSIDE_WINDOW);
        assertThat(of(allow("docs.read.tenant"), limited("docs.*.tenant", Effect.DENY, UNTIL_NOW)))
                .isEqualTo(Effectiveness.FULL);
    }

    @Test
    void aConditionalDenialTakesAwayAPartAtTheMost() {
        assertThat(of(limited("docs.read.own", Effect.ALLOW, IF))).isEqualTo(Effectiveness.CONDITIONAL);
        assertThat(of(allow("docs.read.tenant"), limited("docs.*.tenant", Effect.DENY, IF)))
                .isEqualTo(Effectiveness.PARTIAL);
    }

    @Test
    void onOneResourceOnlyADenialOfTheWidestScopeOrOnTheSameOneTakesAll() {
        Entitlement onSeven = limited("docs.read.own", Effect.ALLOW, ON_SEVEN);
        assertThat(of(onSeven, deny("docs.read.tenant"))).isEqualTo(Effectiveness.OVERRIDDEN);
        assertThat(of(onSeven, deny("docs.read.team"))).isEqualTo(Effectiveness.PARTIAL);
        assertThat(of(onSeven, limited("docs.*.own", Effect.DENY, ON_SEVEN))).isEqualTo(Effectiveness.OVERRIDDEN);
        assertThat(of(onSeven, limited("docs.*.own", Effect.DENY, ON_EIGHT))).isEqualTo(Effectiveness.FULL);
        assertThat(of(allow("docs.read.tenant"), limited("docs.*.own", Effect.DENY, ON_EIGHT)))
                .isEqualTo(Effectiveness.PARTIAL);
    }

    @Test
    void aPageIsCutOutOfAListAndMayLieBehindItsEnd() {
        List<Integer> all = List.of(1, 2, 3);

        assertThat(Page.of(all, new PageRange(0, 2))).isEqualTo(new Page<>(List.of(1, 2), 3));
        assertThat(Page.of(all, new PageRange(2, 2))).isEqualTo(new Page<>(List.of(3), 3));
        assertThat(Page.of(all, new PageRange(Long.MAX_VALUE, 2))).isEqualTo(new Page<>(List.of(), 3));
    }

    private static Effectiveness of(Entitlement... all) {
        return Holding.of(List.of(all), NOW, false).getFirst().effectiveness();
    }

    private static Effectiveness of(String grant, String... denials) {
        List<Entitlement> all = new ArrayList<>(List.of(allow(grant)));
        for (String denial : denials) {
            all.add(deny(denial));
        }
        return Holding.of(all, NOW, false).getFirst().effectiveness();
    }

    private static Entitlement allow(String pattern) {
        return entitlement(pattern, Effect.ALLOW);
    }

    private static Entitlement deny(String pattern) {
        return entitlement(pattern, Effect.DENY);
    }

    private static Entitlement entitlement(String pattern, Effect effect) {
        return limited(pattern, effect, Limits.NONE);
    }

    private static Entitlement limited(String pattern, Effect effect, Limits limits) {
        return new Entitlement(PermissionPattern.parse(pattern), effect, new Source.Direct(new UUID(1, 2)), limits);
    }
}
