package io.neomt.view.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.event.Position;
import io.neomt.permission.Permission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class CacheValuesTest {

    @Test
    void aUserIsWrittenAsOthersReadIt() {
        assertThat(Samples.plainUser().toFields())
                .isEqualTo(Map.of(
                        "v",
                        "7",
                        "s",
                        "deactivated",
                        "r",
                        "[\"" + Samples.ROLE + "\",\"" + Samples.OTHER + "\"]",
                        "t",
                        "[\"" + Samples.TEAM + "\"]",
                        "d",
                        "[[\"!users.*.own\",\"" + Samples.GRANT + "\"]]"));
    }

    @Test
    void onlyWhatHasTermsIsWrittenWithThem() {
        Map<String, String> fields = Samples.user().toFields();

        assertThat(fields.get("r"))
                .isEqualTo("[[\"" + Samples.ROLE + "\",[null,1800000000001]],\"" + Samples.OTHER + "\"]");
        assertThat(fields.get("t"))
                .isEqualTo("[[\"" + Samples.TEAM + "\",[null,null,\"subject.x == \\\"a,b\\\"\"]],[\"" + Samples.ABOVE
                        + "\",[1,2,\"true\"]]]");
        assertThat(fields.get("d"))
                .isEqualTo("[[\"!doc.read.tenant\",\"" + Samples.GRANT
                        + "\",[null,1800000000001],[\"doc\",\"a/b c,d:ä\"]],[\"doc.read.tenant\",\"" + Samples.GRANT
                        + "\",null,[\"doc\",\"a/b c,d:ä\"]]]");
        assertThat(fields.get("a"))
                .endsWith("[\"posts.write.team\",\"" + Samples.ACCESS + "\",\"" + Samples.TENANT + "\"]]");
    }

    @Test
    void aUserReadsBackAsItWasWritten() {
        for (CachedUser user : List.of(Samples.plainUser(), Samples.user())) {
            assertThat(CachedUser.ofFields(user.toFields())).isEqualTo(user);
        }
        for (CachedUser.Status status : CachedUser.Status.values()) {
            CachedUser bare = Samples.bareUser(status);
            assertThat(CachedUser.ofFields(bare.toFields())).isEqualTo(bare);
        }
    }

    @Test
    void aRoleIsWrittenAsOthersReadIt() {
        assertThat(Samples.plainRole().toFields())
                .isEqualTo(Map.of(
                        "v", "9",
                        "s", "active",
                        "n", "lead",
                        "d", "[[\"posts.write.team\",[\"lead\",\"member\"]]]"));
        assertThat(Samples.role().toFields().get("d"))
                .startsWith("[[\"!doc.read.tenant\",[\"lead\"],[null,1800000000001],[\"doc\",\"a/b c,d:ä\"],"
                        + "[[-1],[null,null,\"subject.x == \\\"a,b\\\"\"]]],"
                        + "[\"!users.*.own\",[\"lead\",\"member\"],null,null,[[1,2,\"true\"]]],");
    }

    @Test
    void aRoleReadsBackAsItWasWritten() {
        for (CachedRole role : List.of(Samples.plainRole(), Samples.role(), Samples.deletedRole())) {
            assertThat(CachedRole.ofFields(role.toFields())).isEqualTo(role);
        }
    }

    @Test
    void aTeamIsWrittenAsOthersReadIt() {
        assertThat(Samples.plainTeam().toFields())
                .isEqualTo(Map.of(
                        "v", "4",
                        "s", "active",
                        "n", "db",
                        "u", "[\"" + Samples.TEAM + "\",\"" + Samples.ABOVE + "\"]",
                        "r", "[[\"" + Samples.ROLE + "\",[\"db\",\"platform\"]]]",
                        "d", "[[\"posts.write.team\",[\"db\"]]]"));
    }

    @Test
    void aTeamReadsBackAsItWasWritten() {
        for (CachedTeam team : List.of(Samples.plainTeam(), Samples.team(), Samples.deletedTeam())) {
            assertThat(CachedTeam.ofFields(team.toFields())).isEqualTo(team);
        }
    }

    @Test
    void aResourceReadsBackAsItWasWritten() {
        for (CachedResource resource : List.of(
                new CachedResource(new Position(3), false, Samples.USER, Samples.TEAM, "{\"a\":1}"),
                new CachedResource(new Position(3), false, null, null, "{}"),
                CachedResource.removed(new Position(4)))) {
            assertThat(CachedResource.ofFields(resource.toFields())).isEqualTo(resource);
        }
        assertThat(CachedResource.removed(new Position(4)).toFields())
                .isEqualTo(Map.of("v", "4", "s", "deleted", "p", "{}"));
    }

    @Test
    void permissionsOnTheirOwnReadBackAsTheyWereWritten() {
        List<Permission> permissions = List.of(Samples.PLAIN, Samples.DENIED, Samples.ON_DOC, Samples.LIMITED);

        assertThat(PermissionsJson.read(PermissionsJson.write(permissions))).isEqualTo(permissions);
        assertThat(PermissionsJson.write(permissions)).startsWith("[\"posts.write.team\",\"!users.*.own\",[");
    }

    @Test
    void aValueWithAMissingOrMalformedFieldIsCorrupt() {
        assertCorrupt(Samples.user().toFields(), CachedUser::ofFields, List.of("v", "s", "r", "t", "d"));
        assertCorrupt(Samples.role().toFields(), CachedRole::ofFields, List.of("v", "s", "d"));
        assertCorrupt(Samples.team().toFields(), CachedTeam::ofFields, List.of("v", "s", "u", "r", "d"));
        assertCorrupt(CachedResource.removed(new Position(1)).toFields(), CachedResource::ofFields, List.of("v", "s"));
    }

    @Test
    void aRoleWhoseJsonEndsEarlyOrHoldsOtherThingsIsCorrupt() {
        for (String json : List.of(
                "",
                "[",
                "{}",
                "[1]",
                "[null]",
                "[[]]",
                "[[\"a.b.own\",[]]]",
                "[[\"a.b.own\",[1]]]",
                "[[\"a.b.own\",\"x\"]]",
                "[[\"a\",[\"x\"]]]",
                "[[\"a.b.own\",[\"x\"],[\"1\"]]]",
                "[[\"a.b.own\",[\"x\"],[1.5]]]",
                "[[\"a.b.own\",[\"x\"],null,[\"doc\"]]]")) {
            Map<String, String> fields = new HashMap<>(Samples.plainRole().toFields());
            fields.put("d", json);
            assertThatThrownBy(() -> CachedRole.ofFields(fields))
                    .as(json)
                    .isInstanceOf(CorruptCacheValueException.class);
        }
    }

    private static void assertCorrupt(
            Map<String, String> good, Function<Map<String, String>, ?> reader, List<String> needed) {
        for (String field : needed) {
            Map<String, String> fields = new HashMap<>(good);
            fields.put(field, "[[nonsense");
            assertThatThrownBy(() -> reader.apply(fields)).isInstanceOf(CorruptCacheValueException.class);
            fields.remove(field);
            assertThatThrownBy(() -> reader.apply(fields)).isInstanceOf(CorruptCacheValueException.class);
        }
    }
}
