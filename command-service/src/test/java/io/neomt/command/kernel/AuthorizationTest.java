package io.neomt.command.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.command.Answers;
import io.neomt.event.GrantId;
import io.neomt.event.RoleId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.Effect;
import io.neomt.permission.PermissionCode;
import io.neomt.permission.PermissionPattern;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuthorizationTest {

    private static final PermissionCode WANTED = PermissionCode.parse("users.write.tenant");
    private static final RoleId LEAD = new RoleId(Answers.id(1));
    private static final RoleId MEMBER = new RoleId(Answers.id(2));
    private static final TenantId HOME = new TenantId(Answers.id(3));
    private static final TenantId ELSEWHERE = new TenantId(Answers.id(4));

    private final Map<RoleId, RoleFacts> roles = new HashMap<>();

    @Test
    void nobodyUnknownMayDoAnything() {
        assertThat(reason(Optional.empty())).isEqualTo("user_unknown");
    }

    @Test
    void aDeactivatedUserMayDoNothing() {
        put(LEAD, Set.of(), "*.*.*");
        assertThat(reason(Optional.of(new Holder(false, Set.of(LEAD), Map.of()))))
                .isEqualTo("user_deactivated");
    }

    @Test
    void aUserWithoutThePermissionIsToldWhichOneIsMissing() {
        assertThat(refuse(Optional.of(new Holder(true, Set.of(), Map.of())))).hasValueSatisfying(rejection -> {
            assertThat(rejection.code()).isEqualTo(CommonRejection.FORBIDDEN);
            assertThat(rejection.details().get("permission")).isEqualTo("users.write.tenant");
            assertThat(rejection.details().get("reason")).isEqualTo("not_granted");
        });
    }

    @Test
    void anInheritedPermissionCountsEvenWhereRolesTurnInACircle() {
        put(LEAD, Set.of(MEMBER), "posts.read.own");
        put(MEMBER, Set.of(LEAD), "users.*.tenant");
        assertThat(refuse(Optional.of(new Holder(true, Set.of(LEAD), Map.of()))))
                .isEmpty();
    }

    @Test
    void aDeletedRoleCountsForNothingAndPassesNothingOn() {
        put(MEMBER, Set.of(), "users.*.tenant");
        assertThat(reason(Optional.of(new Holder(true, Set.of(LEAD), Map.of()))))
                .isEqualTo("not_granted");
    }

    @Test
    void aDirectDenialBeatsARole() {
        put(LEAD, Set.of(), "*.*.*");
        DirectGrant denial = new DirectGrant(PermissionPattern.parse("users.write.*"), Effect.DENY);
        assertThat(reason(Optional.of(new Holder(true, Set.of(LEAD), Map.of(new GrantId(Answers.id(5)), denial)))))
                .isEqualTo("denied");
    }

    @Test
    void usersActAtHomeAndThoseOfThePlatformEverywhere() {
        assertThat(Authorization.refuseForeign(new Actor.User(HOME, "ann"), HOME))
                .isEmpty();
        assertThat(Authorization.refuseForeign(new Actor.User(TenantId.PLATFORM, "root"), HOME))
                .isEmpty();
        assertThat(Authorization.refuseForeign(new Actor.User(HOME, "ann"), ELSEWHERE))
                .hasValueSatisfying(
                        rejection -> assertThat(rejection.code()).isEqualTo(CommonRejection.TENANT_FORBIDDEN));
        assertThat(Authorization.refuseForeign(new Actor.User(HOME, "ann"), TenantId.PLATFORM))
                .isPresent();
    }

    private Optional<Rejection> refuse(Optional<Holder> holder) {
        return Authorization.refuse(holder, id -> Optional.ofNullable(roles.get(id)), WANTED);
    }

    private Object reason(Optional<Holder> holder) {
        return String.valueOf(refuse(holder).orElseThrow().details().get("reason"));
    }

    private void put(RoleId id, Set<RoleId> parents, String permission) {
        roles.put(id, new Role(id, id.toString(), Set.of(PermissionPattern.parse(permission)), parents));
    }

    private record Holder(boolean active, Set<RoleId> roles, Map<GrantId, DirectGrant> grants) implements HolderFacts {
        @Override
        public UserId id() {
            return new UserId(Answers.id(7));
        }
    }

    private record Role(RoleId id, String name, Set<PermissionPattern> permissions, Set<RoleId> parents)
            implements RoleFacts {}
}
