package io.neomt.query.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.event.Position;
import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.event.UserId;
import io.neomt.permission.Instance;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionPattern;
import io.neomt.permission.Terms;
import io.neomt.query.scene.Needs;
import io.neomt.query.scene.Seen;
import io.neomt.query.scene.Snapshot;
import io.neomt.view.cache.CacheMarker;
import io.neomt.view.cache.CachedPermission;
import io.neomt.view.cache.CachedResource;
import io.neomt.view.cache.CachedRole;
import io.neomt.view.cache.CachedTeam;
import io.neomt.view.cache.CachedUser;
import io.neomt.view.cache.CorruptCacheValueException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SetsReplyTest {

    private static final UserId USER = UserId.of("01890000-0000-7000-8000-000000000002");
    private static final RoleId ROLE = RoleId.of("01890000-0000-7000-8000-000000000003");
    private static final TeamId TEAM = TeamId.of("01890000-0000-7000-8000-000000000004");
    private static final Instance DOCUMENT = new Instance("doc", "7");
    private static final Needs NEEDS = new Needs(List.of(USER), List.of(DOCUMENT), List.of());
    private static final List<?> MARKER = List.of("1", "7", CacheMarker.COMPLETE);
    private static final List<@Nullable Object> ABSENT = Arrays.asList(null, null, null, null, null, null);

    @Test
    void aMarkerThatIsMissingOrIncompleteProvesNothing() {
        for (List<?> marker :
                List.of(Arrays.asList(null, null, null), List.of("1", "7", "0"), List.of("1", "7", "1"))) {
            assertThat(parse(marker, List.of(), List.of())).isEqualTo(new Seen.Incomplete());
        }
    }

    @Test
    void aMarkerBeforeThePositionNeededIsBehind() {
        assertThat(SetsReply.parse(List.of(MARKER), NEEDS, new Position(8)))
                .isEqualTo(new Seen.Behind(new Position(7)));
    }

    @Test
    void whatIsAbsentInACompleteSetDoesNotExist() {
        Snapshot snapshot = of(parse(MARKER, List.of(ABSENT), List.of(ROLE.toString(), ABSENT)));

        assertThat(snapshot.position()).isEqualTo(new Position(7));
        assertThat(snapshot.users()).isEmpty();
        assertThat(snapshot.roles()).isEmpty();
        assertThat(snapshot.resources()).isEmpty();
    }

    @Test
    void everythingIsReadInItsPlace() {
        CachedResource resource = new CachedResource(new Position(3), false, USER, TEAM, "{\"a\":1}");
        CachedTeam team = new CachedTeam(new Position(2), false, "db", List.of(TEAM), List.of(), List.of());
        List<Object> reply = List.of(
                MARKER,
                List.of(user()),
                List.of(values(CachedResource.FIELDS, resource.toFields())),
                List.of(ROLE.toString(), values(CachedRole.FIELDS, role().toFields())),
                List.of(TEAM.toString(), values(CachedTeam.FIELDS, team.toFields())));

        Snapshot snapshot = of(SetsReply.parse(reply, NEEDS, Position.NONE));
        assertThat(snapshot.users().get(USER)).extracting(CachedUser::status).isEqualTo(CachedUser.Status.ACTIVE);
        assertThat(snapshot.roles()).isEqualTo(Map.of(ROLE, role()));
        assertThat(snapshot.teams()).isEqualTo(Map.of(TEAM, team));
        assertThat(snapshot.resources()).isEqualTo(Map.of(DOCUMENT, resource));
    }

    @Test
    void aValueThatCannotBeReadIsCorrupt() {
        List<@Nullable Object> noVersion = new ArrayList<>(user());
        noVersion.set(0, null);
        assertThatThrownBy(() -> parse(MARKER, List.of(noVersion), List.of()))
                .isInstanceOf(CorruptCacheValueException.class);
        assertThatThrownBy(() -> parse(List.of("1", "x", CacheMarker.COMPLETE), List.of(), List.of()))
                .isInstanceOf(CorruptCacheValueException.class);
    }

    private static Snapshot of(Seen seen) {
        return ((Seen.Found) seen).snapshot();
    }

    private static Seen parse(List<?> marker, List<?> users, List<?> roles) {
        return SetsReply.parse(List.of(marker, users, List.of(ABSENT), roles, List.of()), NEEDS, Position.NONE);
    }

    private static List<@Nullable String> user() {
        return values(
                CachedUser.FIELDS,
                new CachedUser(
                                new Position(7),
                                CachedUser.Status.ACTIVE,
                                List.of(new CachedUser.RoleRef(ROLE, Terms.NONE)),
                                List.of(),
                                List.of(),
                                List.of())
                        .toFields());
    }

    private static CachedRole role() {
        Permission permission = Permission.grant(PermissionPattern.parse("a.b.own"));
        return new CachedRole(
                new Position(7), false, "lead", List.of(new CachedPermission(permission, List.of("lead"))));
    }

    private static List<@Nullable String> values(List<String> names, Map<String, String> fields) {
        return names.stream().<@Nullable String>map(fields::get).toList();
    }
}
