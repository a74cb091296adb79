package io.neomt.query.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.permission.Effect;
import io.neomt.permission.Entitlement;
import io.neomt.permission.PermissionPattern;
import io.neomt.permission.Source;
import io.neomt.query.lookup.Holding.Effectiveness;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HoldingTest {

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
        List<Holding> holdings = Holding.of(List.of(deny("users.delete.own"), deny("*.*.*")), false);

        assertThat(holdings).extracting(Holding::effectiveness).containsOnly(Effectiveness.FULL);
        assertThat(holdings).extracting(Holding::overriddenBy).containsOnly(List.of());
    }

    @Test
    void nothingCountsForAUserThatIsBlocked() {
        assertThat(Holding.of(List.of(allow("*.*.*"), deny("a.b.own")), true))
                .extracting(Holding::effectiveness)
                .containsOnly(Effectiveness.BLOCKED);
    }

    @Test
    void aPageIsCutOutOfAListAndMayLieBehindItsEnd() {
        List<Integer> all = List.of(1, 2, 3);

        assertThat(Page.of(all, new PageRange(0, 2))).isEqualTo(new Page<>(List.of(1, 2), 3));
        assertThat(Page.of(all, new PageRange(2, 2))).isEqualTo(new Page<>(List.of(3), 3));
        assertThat(Page.of(all, new PageRange(Long.MAX_VALUE, 2))).isEqualTo(new Page<>(List.of(), 3));
    }

    private static Effectiveness of(String grant, String... denials) {
        List<Entitlement> all = new ArrayList<>(List.of(allow(grant)));
        for (String denial : denials) {
            all.add(deny(denial));
        }
        return Holding.of(all, false).getFirst().effectiveness();
    }

    private static Entitlement allow(String pattern) {
        return entitlement(pattern, Effect.ALLOW);
    }

    private static Entitlement deny(String pattern) {
        return entitlement(pattern, Effect.DENY);
    }

    private static Entitlement entitlement(String pattern, Effect effect) {
        return new Entitlement(PermissionPattern.parse(pattern), effect, new Source.Direct(new UUID(1, 2)));
    }
}
