package io.neomt.projection.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.projection.world.Ids;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SurveyTest {

    private static final TenantId TENANT = Ids.tenant(1);

    private final Survey survey = new Survey();

    @Test
    void aTenantWhoseViewsAreAtTheHeadNeedsNothing() {
        assertThat(look(5, at(5), 5L, 5L)).isEmpty();
        assertThat(look(5, at(5), 5L, 5L)).isEmpty();
    }

    @Test
    void aTenantNeverSeenIsLookedAt() {
        assertThat(look(5, null)).containsExactly(TENANT);
    }

    @Test
    void aTenantWithAnUnknownPositionIsLookedAt() {
        assertThat(look(5, at(5), 5L, null)).containsExactly(TENANT);
    }

    @Test
    void oneThatIsBehindIsLookedAtOnlyWhenItDoesNotMove() {
        assertThat(look(9, at(5), 5L, 5L)).isEmpty();
        assertThat(look(12, at(8), 8L, 8L)).isEmpty();
        assertThat(look(12, at(8), 8L, 8L)).containsExactly(TENANT);
    }

    @Test
    void setsThatAreGoneOrNotWholeAreLookedAt() {
        assertThat(look(5, null, 5L, 5L)).containsExactly(TENANT);
    }

    @Test
    void setsThatAreOlderThanBelievedAreLookedAt() {
        assertThat(look(5, at(3), 5L, 5L)).containsExactly(TENANT);
    }

    @Test
    void setsOfAnotherHistoryAreLookedAt() {
        assertThat(look(5, at(900), 5L, 5L)).containsExactly(TENANT);
    }

    @Test
    void aTenantWhoseServerHasCrashedOrWasReplacedIsLookedAtOnce() {
        assertThat(lookAt("one")).isEmpty();
        assertThat(lookAt("another")).containsExactly(TENANT);
        assertThat(lookAt("another")).isEmpty();
    }

    private List<TenantId> lookAt(String server) {
        return survey.stragglers(Map.of(TENANT, new Survey.Seen(at(5), Arrays.asList(at(5), at(5)), at(5), server)));
    }

    private static Position at(long position) {
        return new Position(position);
    }

    private List<TenantId> look(long head, @Nullable Position actual, @Nullable Long... known) {
        List<@Nullable Position> positions =
                Arrays.stream(known).map(each -> each == null ? null : at(each)).toList();
        return survey.stragglers(Map.of(TENANT, new Survey.Seen(at(head), positions, actual, "here")));
    }
}
