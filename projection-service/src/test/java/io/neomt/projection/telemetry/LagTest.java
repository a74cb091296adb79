package io.neomt.projection.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.projection.kernel.Survey;
import io.neomt.projection.world.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LagTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:01:00Z");

    private final Map<TenantId, Position> asked = new HashMap<>();
    private final Lag lag = new Lag(List.of("rows", "sets"), this::oldest, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void viewsAtTheHeadAreNotBehind() {
        lag.accept(Map.of(Ids.tenant(1), seen(9, 9, 9)));

        assertThat(lag.of("rows")).isEqualTo(new Lag.Now(0, 0));
        assertThat(lag.of("sets")).isEqualTo(new Lag.Now(0, 0));
        assertThat(asked).isEmpty();
    }

    @Test
    void missingEventsAreCountedOverAllTenantsAndTheOldestSaysHowLong() {
        lag.accept(Map.of(Ids.tenant(1), seen(9, 9, 5), Ids.tenant(2), seen(3, 3, 0)));

        assertThat(lag.of("rows").events()).isZero();
        assertThat(lag.of("sets")).isEqualTo(new Lag.Now(7, 12.5));
        assertThat(asked).isEqualTo(Map.of(Ids.tenant(1), new Position(6), Ids.tenant(2), new Position(1)));
    }

    @Test
    void aTenantNeverSeenIsBehindByAllItsEvents() {
        lag.accept(Map.of(Ids.tenant(1), new Survey.Seen(new Position(4), List.of(), null, "here")));

        assertThat(lag.of("rows").events()).isEqualTo(4);
    }

    private Optional<Instant> oldest(Map<TenantId, Position> missing) {
        asked.putAll(missing);
        return Optional.of(NOW.minusMillis(12_500));
    }

    private static Survey.Seen seen(long head, long rows, long sets) {
        return new Survey.Seen(
                new Position(head), List.of(new Position(rows), new Position(sets)), new Position(sets), "here");
    }
}
