package io.neomt.permission;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.permission.RoleClosure.Held;
import io.neomt.permission.RoleClosure.Parent;
import io.neomt.permission.RoleClosure.Role;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RoleClosureTest {

    private static final Terms MARCH = Terms.of(Instant.parse("2026-03-01T00:00:00Z"), null, null);
    private static final Terms SOFT = Terms.of(null, null, "action.properties.soft");

    private final Map<String, Role<String>> roles = new HashMap<>();

    @Test
    void aRoleHasItsOwnPermissionsAndThoseOfItsParents() {
        role("lead", parent("member"));
        role("member", parent("guest"));
        role("guest");

        assertThat(closure("lead")).containsExactly("lead []", "lead,member []", "lead,member,guest []");
    }

    @Test
    void ofSeveralPathsTheShortestIsTakenAndOfThoseTheFirstByName() {
        role("a", parent("z"), parent("c"), parent("b"));
        role("z", parent("end"));
        role("b", parent("end"));
        role("c", parent("between"));
        role("between", parent("end"));
        role("end");

        assertThat(closure("a")).containsExactly("a []", "a,b []", "a,c []", "a,z []", "a,b,end []", "a,c,between []");
    }

    @Test
    void aPathWithoutTermsMakesThoseWithTermsNeedless() {
        role("a", new Parent<>("end", MARCH), parent("b"));
        role("b", parent("c"));
        role("c", parent("end"));
        role("end");

        assertThat(closure("a")).containsExactly("a []", "a,b []", "a,b,c []", "a,b,c,end []");
    }

    @Test
    void pathsWithOtherTermsAreAllKept() {
        role("a", new Parent<>("b", MARCH), new Parent<>("c", SOFT));
        role("b", parent("end"));
        role("c", parent("end"), new Parent<>("b", MARCH));
        role("end");

        assertThat(closure("a"))
                .containsExactly("a []", "a,b [MARCH]", "a,c [SOFT]", "a,b,end [MARCH]", "a,c,end [SOFT]");
    }

    @Test
    void aDeletedRoleGivesNothingAndPassesNothingOn() {
        role("a", parent("gone"), parent("b"));
        role("b");

        assertThat(closure("gone")).isEmpty();
        assertThat(closure("a")).containsExactly("a []", "a,b []");
    }

    @Test
    void waysThatDoubleWithEveryLevelDenyEverything() {
        int levels = 40;
        for (int level = 0; level < levels; level++) {
            String left = "left" + level;
            String right = "right" + level;
            role("level" + level, new Parent<>(left, when("l" + level)), new Parent<>(right, when("r" + level)));
            role(left, parent("level" + (level + 1)));
            role(right, parent("level" + (level + 1)));
        }
        role("level" + levels);

        assertThat(RoleClosure.of("level0", roles::get))
                .containsExactly(
                        new Held(Permission.denial(PermissionPattern.parse("*.*.*")), List.of("level0"), List.of()));
        assertThat(closure("level35")).as("what is within bounds is told").hasSizeGreaterThan(5);
    }

    private static Terms when(String flag) {
        return Terms.of(null, null, "action.properties." + flag);
    }

    @Test
    void aCycleEnds() {
        role("a", new Parent<>("b", MARCH));
        role("b", new Parent<>("a", SOFT));

        assertThat(closure("a")).containsExactly("a []", "a,b [MARCH]");
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private void role(String name, Parent<String>... parents) {
        Permission permission = Permission.grant(PermissionPattern.parse(name + ".read.own"));
        roles.put(name, new Role<>(name, List.of(permission), List.of(parents)));
    }

    private static Parent<String> parent(String name) {
        return new Parent<>(name, Terms.NONE);
    }

    private List<String> closure(String name) {
        List<Held> held = RoleClosure.of(name, roles::get);
        assertThat(held)
                .allSatisfy(each -> assertThat(each.permission().pattern().resource())
                        .isEqualTo(each.path().getLast()));
        return held.stream()
                .map(each -> String.join(",", each.path()) + " " + names(each.terms()))
                .toList();
    }

    private static List<String> names(List<Terms> terms) {
        return terms.stream()
                .flatMap(each -> Stream.of(each.equals(MARCH) ? "MARCH" : "SOFT"))
                .toList();
    }
}
