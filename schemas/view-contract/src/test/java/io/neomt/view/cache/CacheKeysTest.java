package io.neomt.view.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.neomt.event.Position;
import io.neomt.permission.Instance;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheKeysTest {

    private static final String TENANT = "tenant:{01890000-0000-7000-8000-000000000001}:";

    @Test
    void keysPutTheTenantIntoTheHashTag() {
        assertThat(CacheKeys.user(Samples.TENANT, Samples.USER))
                .isEqualTo(TENANT + "user:" + Samples.USER + ":permissions");
        assertThat(CacheKeys.role(Samples.TENANT, Samples.ROLE))
                .isEqualTo(TENANT + "role:" + Samples.ROLE + ":permissions");
        assertThat(CacheKeys.team(Samples.TENANT, Samples.TEAM))
                .isEqualTo(TENANT + "team:" + Samples.TEAM + ":permissions");
        assertThat(CacheKeys.meta(Samples.TENANT)).isEqualTo(TENANT + "meta");
    }

    @Test
    void noTwoResourcesShareAKey() {
        assertThat(CacheKeys.resource(Samples.TENANT, Samples.DOC))
                .isEqualTo(TENANT + "resource:doc/a%2Fb+c%2Cd%3A%C3%A4");
        assertThat(List.of("a/b", "a%2Fb", "a+b", "a b", "?", "ä", "a"))
                .extracting(id -> CacheKeys.resource(Samples.TENANT, new Instance("doc", id)))
                .doesNotHaveDuplicates();
    }

    @Test
    void aMarkerCoversItsPositionOnlyWhenComplete() {
        CacheMarker complete = new CacheMarker(1, new Position(5), true);
        CacheMarker partial = new CacheMarker(1, new Position(5), false);

        assertThat(complete.covers(new Position(5))).isTrue();
        assertThat(complete.covers(new Position(6))).isFalse();
        assertThat(partial.covers(new Position(1))).isFalse();
        assertThat(CacheMarker.ofFields(complete.toFields())).isEqualTo(complete);
        assertThat(CacheMarker.ofFields(partial.toFields())).isEqualTo(partial);
    }

    @Test
    void aMarkerOfAnOlderFormIsNotComplete() {
        Map<String, String> older = Map.of("generation", "1", "position", "5", "complete", "1");

        assertThat(CacheMarker.ofFields(older).complete()).isFalse();
    }

    @Test
    void aMessageReadsBackAsItWasWritten() {
        for (ChangeMessage message : List.of(
                new ChangeMessage(
                        Samples.TENANT,
                        new Position(3),
                        new Position(5),
                        List.of(Samples.USER),
                        List.of(Samples.ROLE, Samples.OTHER),
                        List.of(Samples.TEAM),
                        List.of(Samples.DOC, new Instance("a", "*")),
                        false),
                new ChangeMessage(
                        Samples.TENANT,
                        new Position(3),
                        new Position(4),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        false),
                ChangeMessage.everything(Samples.TENANT, new Position(3)))) {
            assertThat(ChangeMessage.parse(message.text())).isEqualTo(message);
        }
    }

    @Test
    void aMessageOfAnotherFormIsRefused() {
        String begin = Samples.TENANT + " 1 2 ";
        for (String text : List.of(
                "",
                "x",
                Samples.TENANT + " 1 *",
                begin + "grant:" + Samples.USER,
                begin + "user",
                begin + "resource:doc",
                begin + "resource:doc/%zz",
                Samples.TENANT + " 1 -1 *")) {
            assertThatThrownBy(() -> ChangeMessage.parse(text)).as(text).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
