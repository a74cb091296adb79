package io.neomt.permission;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.neomt.permission.Condition.Outcome;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompiledUserTest {

    private static final long THEN = 3;
    private static final long NOW = 5;
    private static final UUID ANN = new UUID(0, 1);
    private static final UUID PLATFORM = new UUID(0, 2);
    private static final UUID DB = new UUID(0, 3);
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Circumstances AT_NOON = Circumstances.at(NOON);
    private static final PermissionCode WRITE = PermissionCode.parse("posts.write.team");
    private static final Instance DOCUMENT = new Instance("doc", "7");

    private final Cell<CompiledSet> role = new Cell<>(THEN, ofRole("posts.write.team", Effect.ALLOW));
    private final Cell<CompiledTeam> team = new Cell<>(THEN, CompiledTeam.NONE);

    @Test
    void aRoleIsReplacedForAllItsMembersAtOnce() {
        CompiledUser ann = member(Limits.NONE);
        CompiledUser bob = member(Limits.NONE);
        assertThat(allowed(ann, WRITE)).isTrue();

        role.put(NOW, ofRole("posts.read.team", Effect.ALLOW));

        assertThat(allowed(ann, WRITE)).isFalse();
        assertThat(allowed(bob, WRITE)).isFalse();
    }

    @Test
    void whatIsNotThereAtThePositionIsNotAnswered() {
        CompiledUser ann = member(Limits.NONE);
        assertThat(ann.check(WRITE, THEN - 1, AT_NOON)).isNull();
        assertThat(ann.entitlements(THEN - 1)).isNull();

        role.put(NOW + 1, CompiledSet.EMPTY);
        assertThat(ann.check(WRITE, NOW, AT_NOON)).isNull();

        role.put(NOW, CompiledSet.EMPTY);
        team.clear();
        assertThat(ann.check(WRITE, NOW, AT_NOON)).isNull();
        assertThat(ann.entitlements(NOW)).isNull();

        CompiledTeam.Role ofTeam = new CompiledTeam.Role(new Link<>(Limits.NONE, new Cell<>()), List.of("db"));
        team.put(NOW, new CompiledTeam(List.of(DB), CompiledSet.EMPTY, List.of(ofTeam)));
        assertThat(ann.check(WRITE, NOW, AT_NOON)).isNull();
        assertThat(ann.entitlements(NOW)).isNull();
    }

    @Test
    void aSureDenialNeedsNothingElse() {
        CompiledUser ann = user(ofUser("*.write.*", Effect.DENY, Limits.NONE), Limits.NONE);
        role.clear();
        team.clear();
        assertThat(decision(ann, WRITE).reason()).isEqualTo("denied");
    }

    @Test
    void anAssignmentOutsideItsWindowGivesNothing() {
        CompiledUser ann = member(Limits.NONE.within(Window.until(NOON)));
        assertThat(allowed(ann, WRITE)).isFalse();
        assertThat(ann.check(WRITE, NOW, Circumstances.at(NOON.minusMillis(1))))
                .isInstanceOfSatisfying(
                        Decision.Allowed.class,
                        allowed -> assertThat(allowed.by().limits().window()).isEqualTo(Window.until(NOON)));
    }

    @Test
    void aRoleOfATeamNeedsMembershipAndAssignment() {
        role.put(THEN, CompiledSet.EMPTY);
        Cell<CompiledSet> operator = new Cell<>(THEN, ofRole("posts.write.team", Effect.ALLOW));
        team.put(
                THEN,
                new CompiledTeam(
                        List.of(DB),
                        CompiledSet.EMPTY,
                        List.of(new CompiledTeam.Role(
                                new Link<>(Limits.NONE.within(Window.until(NOON)), operator), List.of("db")))));
        CompiledUser since = member(Limits.NONE.within(Window.from(NOON.minusMillis(2))));

        assertThat(allowedAt(since, NOON.minusMillis(3))).isFalse();
        assertThat(allowedAt(since, NOON.minusMillis(2))).isTrue();
        assertThat(allowedAt(since, NOON.minusMillis(1))).isTrue();
        assertThat(allowedAt(since, NOON)).isFalse();
        assertThat(Objects.requireNonNull(since.check(WRITE, NOW, Circumstances.UNKNOWN))
                        .undecidable())
                .isEqualTo(Limits.TIME);
    }

    @Test
    void whatCannotBeDecidedOnTheWayFailsClosed() {
        Limits unknown = Limits.of(List.of(Terms.of(null, null, "no condition")), null, text -> {
            throw new InvalidPermissionException("not a condition: " + text);
        });
        assertThat(unknown.test(AT_NOON)).isEqualTo(Outcome.UNDECIDABLE);
        assertThat(decision(member(unknown), WRITE).undecidable()).isEqualTo("no condition");

        role.put(THEN, ofRole("posts.write.tenant", Effect.DENY));
        Decision denied = decision(member(unknown), WRITE);
        assertThat(denied).isInstanceOf(Decision.Denied.class);
        assertThat(denied.reason()).isEqualTo(Decision.CONDITION_UNDECIDABLE);
    }

    @Test
    void aTeamGivesItsRolesWithTheTeamsInTheirPaths() {
        CompiledUser ann = user(CompiledSet.EMPTY, Limits.NONE);
        role.put(THEN, CompiledSet.EMPTY);
        Cell<CompiledSet> operator = new Cell<>(THEN, ofRole("posts.write.team", Effect.ALLOW));
        team.put(
                THEN,
                new CompiledTeam(
                        List.of(DB, PLATFORM),
                        CompiledSet.EMPTY,
                        List.of(new CompiledTeam.Role(new Link<>(Limits.NONE, operator), List.of("db", "platform")))));

        Decision first = decision(ann, WRITE);
        assertThat(first).isInstanceOfSatisfying(Decision.Allowed.class, allowed -> assertThat(
                        allowed.by().source().path())
                .containsExactly("db", "platform", "operator"));
        assertThat(decision(ann, WRITE)).isSameAs(first);

        operator.put(NOW, CompiledSet.EMPTY);
        assertThat(allowed(ann, WRITE)).isFalse();
    }

    @Test
    void theScopeIsTheNarrowestThatTheResourceLiesIn() {
        CompiledUser ann = member(Limits.NONE);
        ResourceRef foreign = new ResourceRef(DOCUMENT, PLATFORM, DB);
        assertThat(ann.scopeOf(new ResourceRef(DOCUMENT, ANN, DB), List.of(DB), AT_NOON))
                .isEqualTo(Scope.OWN);
        assertThat(ann.scopeOf(foreign, List.of(PLATFORM, DB), AT_NOON)).isEqualTo(Scope.TEAM);
        assertThat(ann.scopeOf(foreign, List.of(PLATFORM), AT_NOON)).isEqualTo(Scope.TENANT);
        assertThat(member(Limits.NONE.within(Window.until(NOON))).scopeOf(foreign, List.of(DB), AT_NOON))
                .isEqualTo(Scope.TENANT);
    }

    @Test
    void everythingThatIsHeldIsListedWithWhatLimitsIt() {
        Limits until = Limits.NONE.within(Window.until(NOON));
        CompiledUser ann = user(ofUser("a.b.own", Effect.DENY, Limits.NONE.on(DOCUMENT)), until);
        team.put(THEN, new CompiledTeam(List.of(DB), ofRole("c.d.tenant", Effect.ALLOW), List.of()));

        assertThat(Objects.requireNonNull(ann.entitlements(NOW)))
                .extracting(each -> each.pattern().text() + " " + each.limits().equals(until))
                .containsExactly("a.b.own false", "posts.write.team true", "c.d.tenant true");
    }

    @Test
    void aDecisionMakesNoObject() {
        CompiledUser ann = user(ofUser("docs.read.tenant", Effect.DENY, Limits.NONE), Limits.NONE);
        team.put(
                THEN,
                new CompiledTeam(
                        List.of(DB),
                        ofRole("*.run.tenant", Effect.ALLOW),
                        List.of(new CompiledTeam.Role(new Link<>(Limits.NONE, role), List.of("db")))));
        ResourceAction read = ResourceAction.parse("docs.read");
        ResourceRef document = new ResourceRef(DOCUMENT, null, DB);
        List<UUID> lineage = List.of(DB);
        assertMakesNoObject(() -> {
            assertAllowed(ann.check(WRITE, NOW, AT_NOON), true);
            assertAllowed(ann.check(read, document, lineage, NOW, AT_NOON), false);
        });
    }

    @Test
    void aDecisionWithinWindowsMakesNoObject() {
        Limits open = Limits.NONE.within(Window.until(NOON.plusMillis(1)));
        Limits over = Limits.NONE.within(Window.until(NOON));
        CompiledUser ann = user(ofUser("posts.write.tenant", Effect.DENY, over), open);
        team.put(
                THEN,
                new CompiledTeam(
                        List.of(DB),
                        set("docs.read.team", Effect.DENY, new Source.Role(List.of("reader")), open),
                        List.of(new CompiledTeam.Role(new Link<>(open, role), List.of("db")))));
        CompiledUser bob = new CompiledUser(
                ANN, CompiledSet.EMPTY, List.of(), List.of(new CompiledUser.Membership(DB, new Link<>(open, team))));
        PermissionCode read = PermissionCode.parse("docs.read.team");
        assertMakesNoObject(() -> {
            assertAllowed(ann.check(WRITE, NOW, AT_NOON), true);
            assertAllowed(ann.check(read, NOW, AT_NOON), false);
            assertAllowed(bob.check(WRITE, NOW, AT_NOON), true);
        });
    }

    @Test
    void aDecisionOnAnInstanceMakesNoObject() {
        CompiledUser ann = member(Limits.NONE);
        role.put(
                THEN, set("docs.read.own", Effect.ALLOW, new Source.Role(List.of("reader")), Limits.NONE.on(DOCUMENT)));
        CompiledUser bob = user(ofUser("docs.read.own", Effect.DENY, Limits.NONE.on(DOCUMENT)), Limits.NONE);
        ResourceAction read = ResourceAction.parse("docs.read");
        ResourceRef document = new ResourceRef(DOCUMENT, null, null);
        ResourceRef other = new ResourceRef(new Instance("doc", "8"), null, null);
        assertMakesNoObject(() -> {
            assertAllowed(ann.check(read, document, List.of(), NOW, AT_NOON), true);
            assertAllowed(ann.check(read, other, List.of(), NOW, AT_NOON), false);
            assertAllowed(bob.check(read, document, List.of(), NOW, AT_NOON), false);
        });
    }

    /** Counted by the virtual machine, so it holds for the interpreter, too. */
    private static void assertMakesNoObject(Runnable checks) {
        checks.run();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 1_000; i++) {
            checks.run();
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1_000);
    }

    private static void assertAllowed(@Nullable Decision decision, boolean expected) {
        if (decision == null || decision.allowed() != expected) {
            throw new AssertionError("the decision is wrong");
        }
    }

    private static boolean allowedAt(CompiledUser user, Instant now) {
        return Objects.requireNonNull(user.check(WRITE, NOW, Circumstances.at(now)))
                .allowed();
    }

    private static Decision decision(CompiledUser user, PermissionCode code) {
        return Objects.requireNonNull(user.check(code, NOW, AT_NOON));
    }

    private static boolean allowed(CompiledUser user, PermissionCode code) {
        return decision(user, code).allowed();
    }

    private CompiledUser member(Limits limits) {
        return user(CompiledSet.EMPTY, limits);
    }

    /** In the role, and in the team, within the limits. */
    private CompiledUser user(CompiledSet own, Limits limits) {
        return new CompiledUser(
                ANN,
                own,
                List.of(new Link<>(limits, role)),
                List.of(new CompiledUser.Membership(DB, new Link<>(limits, team))));
    }

    private static CompiledSet ofUser(String pattern, Effect effect, Limits limits) {
        return set(pattern, effect, new Source.Direct(ANN), limits);
    }

    private static CompiledSet ofRole(String pattern, Effect effect) {
        return set(pattern, effect, new Source.Role(List.of("operator")), Limits.NONE);
    }

    private static CompiledSet set(String pattern, Effect effect, Source source, Limits limits) {
        return CompiledSet.of(List.of(new Entitlement(PermissionPattern.parse(pattern), effect, source, limits)));
    }
}
