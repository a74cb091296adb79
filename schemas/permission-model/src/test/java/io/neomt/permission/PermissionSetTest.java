package io.neomt.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.permission.Condition.Outcome;
import io.neomt.permission.Decision.Allowed;
import io.neomt.permission.Decision.Denied;
import io.neomt.permission.Decision.NotGranted;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PermissionSetTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final UUID ME = new UUID(1, 1);
    private static final UUID TEAM = new UUID(2, 1);
    private static final UUID SUBTEAM = new UUID(2, 2);

    @Test
    void nothingHeldIsNotGranted() {
        assertThat(PermissionSet.EMPTY.check(PermissionCode.parse("a.b.own")))
                .isEqualTo(new NotGranted())
                .returns("not_granted", Decision::reason);
    }

    @Test
    void aDenialBeatsEveryGrantWhereverItStands() {
        Entitlement grant = grant("users.delete.tenant");
        Entitlement denial = denial("users.delete.own");

        for (List<Entitlement> order : List.of(List.of(grant, denial), List.of(denial, grant))) {
            PermissionSet set = new PermissionSet(order);
            assertThat(set.check(PermissionCode.parse("users.delete.own"))).isEqualTo(new Denied(denial));
            assertThat(set.check(PermissionCode.parse("users.delete.team"))).isEqualTo(new Allowed(grant));
        }
    }

    @Test
    void aResourceIsCheckedInItsNarrowestScope() {
        Subject subject = Subject.of(ME, Set.of(TEAM), team -> team.equals(TEAM) ? Set.of(SUBTEAM) : Set.of());

        assertThat(new ResourceRef("doc", "1", ME, TEAM).scopeFor(subject)).isEqualTo(Scope.OWN);
        assertThat(new ResourceRef("doc", "1", null, TEAM).scopeFor(subject)).isEqualTo(Scope.TEAM);
        assertThat(new ResourceRef("doc", "1", TEAM, SUBTEAM).scopeFor(subject)).isEqualTo(Scope.TEAM);
        assertThat(new ResourceRef("doc", "1", null, new UUID(2, 3)).scopeFor(subject))
                .isEqualTo(Scope.TENANT);
        assertThat(new ResourceRef("doc", "1", null, null).scopeFor(Subject.of(ME)))
                .isEqualTo(Scope.TENANT);
    }

    @Test
    void anEntitlementOnAnInstanceCountsThereAndOnlyThere() {
        PermissionSet set = new PermissionSet(
                List.of(limited("docs.read.own", Effect.ALLOW, Limits.NONE.on(new Instance("doc", "7")))));
        ResourceAction read = ResourceAction.parse("docs.read");

        assertThat(set.check(read, new ResourceRef("doc", "7", null, null), Subject.of(ME))
                        .allowed())
                .isTrue();
        assertThat(set.check(read, new ResourceRef("doc", "8", null, null), Subject.of(ME))
                        .allowed())
                .isFalse();
        assertThat(set.check(read, new ResourceRef("file", "7", null, null), Subject.of(ME))
                        .allowed())
                .isFalse();
        assertThat(set.check(
                                ResourceAction.parse("docs.write"),
                                new ResourceRef("doc", "7", null, null),
                                Subject.of(ME))
                        .allowed())
                .isFalse();
        assertThat(set.check(PermissionCode.parse("docs.read.own")).allowed()).isFalse();
    }

    @Test
    void aWindowHoldsFromItsBeginningToJustBeforeItsEnd() {
        Window hour = Window.from(NOON).and(Window.until(NOON.plusSeconds(3600)));
        PermissionSet set = new PermissionSet(List.of(limited("a.b.own", Effect.ALLOW, Limits.NONE.within(hour))));
        PermissionCode code = PermissionCode.parse("a.b.own");

        assertThat(set.check(code, Circumstances.at(NOON.minusMillis(1))).allowed())
                .isFalse();
        assertThat(set.check(code, Circumstances.at(NOON)).allowed()).isTrue();
        assertThat(set.check(code, Circumstances.at(NOON.plusMillis(3_599_999))).allowed())
                .isTrue();
        assertThat(set.check(code, Circumstances.at(NOON.plusSeconds(3600))).allowed())
                .isFalse();
    }

    @Test
    void windowsThatDoNotMeetHoldNever() {
        Window never = Window.from(NOON).and(Window.until(NOON));

        assertThat(never.contains(NOON)).isFalse();
        assertThat(Window.ALWAYS.contains(NOON)).isTrue();
        assertThatThrownBy(() -> Window.from(NOON.plusNanos(1))).hasMessageContaining("whole milliseconds");
    }

    @Test
    void whileTheTimeIsUnknownAWindowFailsClosed() {
        Limits limits = Limits.NONE.within(Window.until(NOON));
        PermissionCode code = PermissionCode.parse("a.b.own");
        PermissionSet denied = new PermissionSet(List.of(grant("*.*.*"), limited("a.b.own", Effect.DENY, limits)));

        assertThat(new PermissionSet(List.of(limited("a.b.own", Effect.ALLOW, limits))).check(code))
                .isEqualTo(new NotGranted(Limits.TIME));
        assertThat(denied.check(code).undecidable()).isEqualTo(Limits.TIME);
        assertThat(denied.check(code, Circumstances.at(NOON)).allowed()).isTrue();
    }

    @Test
    void anUndecidableConditionMakesAGrantNotExistAndADenialExist() {
        Limits limits = Limits.NONE.when(flag("soft"));
        PermissionCode code = PermissionCode.parse("a.b.own");
        PermissionSet granted = new PermissionSet(List.of(limited("a.b.own", Effect.ALLOW, limits)));
        PermissionSet denied = new PermissionSet(List.of(grant("*.*.*"), limited("a.b.own", Effect.DENY, limits)));

        assertThat(granted.check(code, soft(true)).allowed()).isTrue();
        assertThat(granted.check(code, soft(false))).isEqualTo(new NotGranted());
        assertThat(granted.check(code)).isEqualTo(new NotGranted("soft"));
        assertThat(granted.check(code).reason()).isEqualTo(Decision.CONDITION_UNDECIDABLE);
        assertThat(denied.check(code, soft(true)).reason()).isEqualTo("denied");
        assertThat(denied.check(code, soft(false)).allowed()).isTrue();
        assertThat(denied.check(code)).returns("soft", Decision::undecidable);
    }

    @Test
    void aCertainDenialIsNamedBeforeAFearedOne() {
        Entitlement feared = limited("a.b.own", Effect.DENY, Limits.NONE.when(flag("soft")));
        Entitlement certain = denial("a.*.tenant");

        assertThat(new PermissionSet(List.of(feared, certain)).check(PermissionCode.parse("a.b.own")))
                .isEqualTo(new Denied(certain));
    }

    @Test
    void oneFalseConditionDecidesWhateverTheOthersAre() {
        Limits limits = Limits.NONE.when(flag("missing")).when(flag("soft"));

        assertThat(limits.test(soft(false))).isEqualTo(Outcome.FALSE);
        assertThat(limits.test(soft(true))).isEqualTo(Outcome.UNDECIDABLE);
        assertThat(limits.undecidable(soft(true))).isEqualTo("missing");
        assertThat(limits.within(Window.until(NOON)).test(Circumstances.at(NOON)))
                .isEqualTo(Outcome.FALSE);
    }

    @Test
    void aPathLeadsFromTheUserToTheHolder() {
        assertThat(new Source.Direct(ME).path()).isEmpty();
        assertThat(new Source.Role(List.of("lead", "member")).path()).containsExactly("lead", "member");
        assertThat(new Source.Team(List.of("db", "platform"), List.of("ops")).path())
                .containsExactly("db", "platform", "ops");
        assertThatThrownBy(() -> new Source.Role(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Source.Team(List.of(), List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBlockNamesItsCause() {
        assertThat(new Decision.Blocked(Decision.Cause.TENANT_SUSPENDED))
                .returns("tenant_suspended", Decision::reason)
                .returns(false, Decision::allowed);
    }

    private static Entitlement grant(String pattern) {
        return limited(pattern, Effect.ALLOW, Limits.NONE);
    }

    private static Entitlement denial(String pattern) {
        return limited(pattern, Effect.DENY, Limits.NONE);
    }

    private static Entitlement limited(String pattern, Effect effect, Limits limits) {
        return new Entitlement(PermissionPattern.parse(pattern), effect, new Source.Direct(new UUID(9, 9)), limits);
    }

    private static Circumstances soft(boolean value) {
        return new Circumstances.Known(NOON, Map.of(), Map.of(), Map.of("soft", value), Map.of());
    }

    /** True or false as the action's attribute of that name says; undecidable without one. */
    private static Condition flag(String name) {
        return new Condition() {
            @Override
            public String text() {
                return name;
            }

            @Override
            public Outcome test(Circumstances circumstances) {
                Object value = circumstances.action().get(name);
                return value == null ? Outcome.UNDECIDABLE : value.equals(true) ? Outcome.TRUE : Outcome.FALSE;
            }
        };
    }
}
