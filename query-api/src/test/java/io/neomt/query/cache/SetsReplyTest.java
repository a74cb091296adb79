package io.neomt.query.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.event.Position;
import io.neomt.event.RoleId;
import io.neomt.event.UserId;
import io.neomt.permission.Decision;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionPattern;
import io.neomt.permission.Terms;
import io.neomt.query.Standing;
import io.neomt.query.freshness.Seen;
import io.neomt.view.cache.CacheMarker;
import io.neomt.view.cache.CachedPermission;
import io.neomt.view.cache.CachedRole;
import io.neomt.view.cache.CachedUser;
import io.neomt.view.cache.CorruptCacheValueException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SetsReplyTest {

    private static final UserId USER = UserId.of("01890000-0000-7000-8000-000000000002");
    private static final RoleId ROLE = RoleId.of("01890000-0000-7000-8000-000000000003");
    private static final List<?> MARKER = List.of("1", "7", CacheMarker.COMPLETE);
    private static final List<@Nullable Object> ABSENT = Arrays.asList(null, null, null, null, null, null);

    @Test
    void aMarkerThatIsMissingIncompleteOrOfAnotherGenerationProvesNothing() {
        for (List<?> marker : List.of(
                Arrays.asList(null, null, null),
                List.of("1", "7", "0"),
                List.of("1", "7", "1"),
                List.of("2", "7", CacheMarker.COMPLETE))) {
            assertThat(parse(marker, List.of(), List.of())).isEqualTo(new Seen.Incomplete());
        }
    }

    @Test
    void aMarkerBeforeThePositionNeededIsBehind() {
        assertThat(SetsReply.parse(List.of(MARKER), List.of(USER), new Position(8)))
                .isEqualTo(new Seen.Behind(new Position(7)));
    }

    @Test
    void aUserMissingInACompleteSetIsUnknown() {
        assertThat(standing(ABSENT)).isEqualTo(new Standing.Blocked(Decision.Cause.USER_UNKNOWN));
    }

    @Test
    void onlyAnActiveUserIsNotBlocked() {
        assertThat(standing(user(CachedUser.Status.DEACTIVATED)))
                .isEqualTo(new Standing.Blocked(Decision.Cause.USER_DEACTIVATED));
        assertThat(standing(user(CachedUser.Status.DELETED)))
                .isEqualTo(new Standing.Blocked(Decision.Cause.USER_DELETED));
    }

    @Test
    void aUserWithoutOneOfTheirRolesProvesThatTheSetsAreIncomplete() {
        List<?> user = user(CachedUser.Status.ACTIVE);

        assertThat(parse(MARKER, List.of(user), List.of())).isEqualTo(new Seen.Incomplete());
        assertThat(parse(MARKER, List.of(user), List.of(ROLE.toString(), ABSENT)))
                .isEqualTo(new Seen.Incomplete());
    }

    @Test
    void aRoleGivesItsPermissionsUnlessItIsDeleted() {
        assertThat(entitlements(role(false))).hasSize(1);
        assertThat(entitlements(role(true))).isEmpty();
    }

    @Test
    void aValueThatCannotBeReadIsCorrupt() {
        List<@Nullable Object> noVersion = new ArrayList<>(user(CachedUser.Status.ACTIVE));
        noVersion.set(0, null);
        assertThatThrownBy(() -> standing(noVersion)).isInstanceOf(CorruptCacheValueException.class);
        assertThatThrownBy(() -> parse(List.of("1", "x", CacheMarker.COMPLETE), List.of(), List.of()))
                .isInstanceOf(CorruptCacheValueException.class);
    }

    private static List<?> entitlements(List<?> role) {
        Seen seen = parse(MARKER, List.of(user(CachedUser.Status.ACTIVE)), List.of(ROLE.toString(), role));
        return ((Standing.Active) of(seen)).set().entitlements();
    }

    private static Standing standing(List<?> user) {
        return of(parse(MARKER, List.of(user), List.of()));
    }

    private static Standing of(Seen seen) {
        return Objects.requireNonNull(((Seen.Found) seen).sets().value().get(USER));
    }

    private static Seen parse(List<?> marker, List<?> users, List<?> roles) {
        return SetsReply.parse(List.of(marker, users, roles), List.of(USER), Position.NONE);
    }

    private static List<@Nullable String> user(CachedUser.Status status) {
        Map<String, String> fields = new CachedUser(
                        new Position(7),
                        status,
                        List.of(new CachedUser.RoleRef(ROLE, Terms.NONE)),
                        List.of(),
                        List.of(),
                        List.of())
                .toFields();
        return CachedUser.FIELDS.stream().<@Nullable String>map(fields::get).toList();
    }

    private static List<String> role(boolean deleted) {
        Map<String, String> fields = new CachedRole(
                        new Position(7),
                        deleted,
                        "lead",
                        List.of(new CachedPermission(
                                Permission.grant(PermissionPattern.parse("a.b.own")), List.of("lead"))))
                .toFields();
        return CachedRole.FIELDS.stream().map(fields::get).toList();
    }
}
