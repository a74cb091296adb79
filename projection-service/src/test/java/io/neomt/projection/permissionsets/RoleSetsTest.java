package io.neomt.projection.permissionsets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.event.Position;
import io.neomt.event.RoleId;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionPattern;
import io.neomt.permission.RoleClosure;
import io.neomt.permission.Terms;
import io.neomt.projection.world.Ids;
import io.neomt.view.cache.CachedPermission;
import io.neomt.view.cache.CachedRole;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RoleSetsTest {

    private static final Position AT = new Position(4);

    @Test
    void aRoleHoldsItsOwnPermissionsByItself() {
        assertThat(paths(role(1, "lead", List.of("a.b.own")))).isEqualTo(Map.of("a.b.own", List.of(List.of("lead"))));
    }

    @Test
    void aRoleHoldsWhatItsAncestorsHoldWithThePathToThem() {
        RoleRow member = role(1, "member", List.of("posts.write.team"));
        RoleRow lead = role(2, "lead", List.of(), 1);
        RoleRow chief = role(3, "chief", List.of("posts.read.team"), 2);

        assertThat(paths(chief, lead, member))
                .isEqualTo(Map.of(
                        "posts.write.team", List.of(List.of("chief", "lead", "member")),
                        "posts.read.team", List.of(List.of("chief"))));
    }

    @Test
    void aPermissionHeldTwiceAppearsWithEachHolder() {
        RoleRow one = role(1, "one", List.of("a.b.own"));
        RoleRow two = role(2, "two", List.of("a.b.own"), 1);

        assertThat(paths(two, one)).isEqualTo(Map.of("a.b.own", List.of(List.of("two"), List.of("two", "one"))));
    }

    @Test
    void ofTwoPathsTheShortestIsTakenThenTheFirstByName() {
        RoleRow root = role(1, "root", List.of("a.b.own"));
        RoleRow left = role(2, "zeta", List.of(), 1);
        RoleRow right = role(3, "alpha", List.of(), 1);
        RoleRow both = role(4, "both", List.of(), 2, 3);
        RoleRow direct = role(5, "direct", List.of(), 4, 1);

        assertThat(paths(both, left, right, root))
                .isEqualTo(Map.of("a.b.own", List.of(List.of("both", "alpha", "root"))));
        assertThat(paths(direct, both, left, right, root))
                .isEqualTo(Map.of("a.b.own", List.of(List.of("direct", "root"))));
    }

    @Test
    void aDeletedRoleHoldsNothingAndPassesNothingOn() {
        RoleRow root = role(1, "root", List.of("a.b.own"));
        RoleRow gone = new RoleRow(Ids.role(2), "gone", true, List.of(grant("c.d.own")), List.of(parent(1)));
        RoleRow heir = role(3, "heir", List.of(), 2);

        assertThat(paths(heir, gone, root)).isEmpty();
        assertThat(new RoleSets(List.of(gone, root)).set(gone, AT))
                .isEqualTo(new CachedRole(AT, true, "gone", List.of()));
    }

    @Test
    void theTermsOfInheritanceAddUpAlongThePath() {
        Terms until = Terms.of(null, Instant.EPOCH, null);
        RoleRow root = role(1, "root", List.of("a.b.own"));
        RoleRow heir = new RoleRow(
                Ids.role(2), "heir", false, List.of(), List.of(new RoleClosure.Parent<>(Ids.role(1), until)));

        assertThat(new RoleSets(List.of(heir, root)).set(heir, AT).permissions())
                .containsExactly(new CachedPermission(grant("a.b.own"), List.of("heir", "root"), List.of(until)));
    }

    @Test
    void aMissingParentIsAnError() {
        RoleRow heir = role(3, "heir", List.of(), 2);

        assertThatThrownBy(() -> paths(heir)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Map<String, List<List<String>>> paths(RoleRow wanted, RoleRow... ancestors) {
        List<RoleRow> all = new java.util.ArrayList<>(List.of(ancestors));
        all.add(wanted);
        return new RoleSets(all)
                .set(wanted, AT).permissions().stream()
                        .collect(Collectors.groupingBy(
                                held -> held.permission().pattern().text(),
                                Collectors.mapping(CachedPermission::path, Collectors.toList())));
    }

    private static RoleRow role(long number, String name, List<String> permissions, long... parents) {
        return new RoleRow(
                Ids.role(number),
                name,
                false,
                permissions.stream().map(RoleSetsTest::grant).toList(),
                Arrays.stream(parents).mapToObj(RoleSetsTest::parent).toList());
    }

    private static Permission grant(String pattern) {
        return Permission.grant(PermissionPattern.parse(pattern));
    }

    private static RoleClosure.Parent<RoleId> parent(long number) {
        return new RoleClosure.Parent<>(Ids.role(number), Terms.NONE);
    }
}
