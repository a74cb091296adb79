package io.neomt.view.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.event.GrantId;
import io.neomt.event.Position;
import io.neomt.event.RoleId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.Effect;
import io.neomt.permission.PermissionPattern;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheValuesTest {

    private static final TenantId TENANT = TenantId.of("01890000-0000-7000-8000-000000000001");
    private static final UserId USER = UserId.of("01890000-0000-7000-8000-000000000002");
    private static final RoleId ROLE = RoleId.of("01890000-0000-7000-8000-000000000003");
    private static final RoleId OTHER = RoleId.of("01890000-0000-7000-8000-000000000004");
    private static final GrantId GRANT = GrantId.of("01890000-0000-7000-8000-000000000005");

    @Test
    void keysPutTheTenantIntoTheHashTag() {
        assertThat(CacheKeys.user(TENANT, USER))
                .isEqualTo("tenant:{01890000-0000-7000-8000-000000000001}:user:"
                        + "01890000-0000-7000-8000-000000000002:permissions");
        assertThat(CacheKeys.role(TENANT, ROLE))
                .isEqualTo("tenant:{01890000-0000-7000-8000-000000000001}:role:"
                        + "01890000-0000-7000-8000-000000000003:permissions");
        assertThat(CacheKeys.meta(TENANT)).isEqualTo("tenant:{01890000-0000-7000-8000-000000000001}:meta");
    }

    @Test
    void aUserIsWrittenAsOthersReadIt() {
        assertThat(user().toFields())
                .isEqualTo(Map.of(
                        "v",
                        "7",
                        "s",
                        "deactivated",
                        "r",
                        ROLE + "," + OTHER,
                        "d",
                        "[[\"users.*.own\",\"deny\",\"" + GRANT + "\"]]"));
    }

    @Test
    void aUserReadsBackAsItWasWritten() {
        CachedUser bare = new CachedUser(new Position(1), CachedUser.Status.ACTIVE, List.of(), List.of());

        assertThat(CachedUser.ofFields(user().toFields())).isEqualTo(user());
        assertThat(CachedUser.ofFields(bare.toFields())).isEqualTo(bare);
    }

    @Test
    void aRoleIsWrittenAsOthersReadIt() {
        assertThat(role(false).toFields())
                .isEqualTo(Map.of(
                        "v", "9",
                        "s", "active",
                        "n", "lead",
                        "d", "[[\"posts.write.team\",[\"lead\",\"member\"]]]"));
    }

    @Test
    void aRoleReadsBackAsItWasWritten() {
        assertThat(CachedRole.ofFields(role(false).toFields())).isEqualTo(role(false));
        assertThat(CachedRole.ofFields(role(true).toFields())).isEqualTo(role(true));
    }

    @Test
    void aValueWithAMissingOrMalformedFieldIsCorrupt() {
        for (String field : CachedUser.FIELDS) {
            Map<String, String> fields = new HashMap<>(user().toFields());
            fields.put(field, "[[nonsense");
            assertCorrupt(fields);
            fields.remove(field);
            assertCorrupt(fields);
        }
    }

    @Test
    void aRoleWhoseJsonEndsEarlyOrHoldsOtherThingsIsCorrupt() {
        for (String json :
                List.of("", "[", "{}", "[1]", "[[\"a.b.own\",[]]]", "[[\"a.b.own\",[1]]]", "[[\"a\",[\"x\"]]]")) {
            Map<String, String> fields = new HashMap<>(role(false).toFields());
            fields.put("d", json);
            assertThatThrownBy(() -> CachedRole.ofFields(fields)).isInstanceOf(CorruptCacheValueException.class);
        }
    }

    @Test
    void aMarkerCoversItsPositionOnlyWhenComplete() {
        CacheMarker complete = CacheMarker.ofFields(Map.of("generation", "1", "position", "5", "complete", "1"));
        CacheMarker partial = CacheMarker.ofFields(Map.of("generation", "1", "position", "5", "complete", "0"));

        assertThat(complete.covers(new Position(5))).isTrue();
        assertThat(complete.covers(new Position(6))).isFalse();
        assertThat(partial.covers(new Position(1))).isFalse();
    }

    @Test
    void aMessageReadsBackAsItWasWritten() {
        for (ChangeMessage message : List.of(
                new ChangeMessage(TENANT, new Position(3), List.of(USER), List.of(ROLE, OTHER), false),
                new ChangeMessage(TENANT, new Position(3), List.of(), List.of(), false),
                new ChangeMessage(TENANT, new Position(3), List.of(), List.of(), true))) {
            assertThat(ChangeMessage.parse(message.text())).isEqualTo(message);
        }
    }

    @Test
    void aMessageOfAnotherFormIsRefused() {
        for (String text : List.of("", "x", TENANT + " 1", TENANT + " 1 team:" + USER, TENANT + " -1 *")) {
            assertThatThrownBy(() -> ChangeMessage.parse(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static void assertCorrupt(Map<String, String> fields) {
        assertThatThrownBy(() -> CachedUser.ofFields(fields)).isInstanceOf(CorruptCacheValueException.class);
    }

    private static CachedUser user() {
        return new CachedUser(
                new Position(7),
                CachedUser.Status.DEACTIVATED,
                List.of(ROLE, OTHER),
                List.of(new CachedUser.Grant(PermissionPattern.parse("users.*.own"), Effect.DENY, GRANT)));
    }

    private static CachedRole role(boolean deleted) {
        return new CachedRole(
                new Position(9),
                deleted,
                "lead",
                deleted
                        ? List.of()
                        : List.of(new CachedRole.Permission(
                                PermissionPattern.parse("posts.write.team"), List.of("lead", "member"))));
    }
}
