package io.neomt.projection.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.event.Position;
import io.neomt.projection.kernel.Survey;
import io.neomt.projection.world.Ids;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MovesTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:01:00Z");

    private final SetClock clock = new SetClock();
    private final Moves moves = new Moves(List.of("rows", "sets"), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void nothingMovesBeforeThereIsSomethingToCompare() {
        assertThat(moves.lastSeen()).isNull();
        moves.accept(Map.of(Ids.tenant(1), seen(9, 9L, 5L)));

        assertThat(moves.of("rows")).isEqualTo(new Moves.Now(1, 0, 0));
        assertThat(moves.lastSeen()).isEqualTo(NOW);
    }

    @Test
    void aFrozenProjectionIsOneWhoseHeadsMoveAndPositionsDoNot() {
        moves.accept(Map.of(Ids.tenant(1), seen(9, 9L, 5L), Ids.tenant(2), seen(3, 3L, 3L)));
        moves.accept(Map.of(Ids.tenant(1), seen(14, 12L, 5L), Ids.tenant(2), seen(4, 4L, 3L)));

        assertThat(moves.of("rows")).isEqualTo(new Moves.Now(2, 6, 4));
        assertThat(moves.of("sets")).isEqualTo(new Moves.Now(2, 6, 0));
    }

    @Test
    void whatIsNotKnownOrWentBackHasNotMoved() {
        moves.accept(Map.of(Ids.tenant(1), seen(9, 9L, 5L)));
        moves.accept(Map.of(Ids.tenant(1), seen(9, null, 0L), Ids.tenant(2), seen(8, 8L, 8L)));

        assertThat(moves.of("rows")).isEqualTo(new Moves.Now(2, 0, 0));
        assertThat(moves.of("sets")).isEqualTo(new Moves.Now(2, 0, 0));
    }

    @Test
    void whatStandsBehindWithoutMovingIsStuckUntilItMoves() {
        Moves ticking = new Moves(List.of("rows", "sets"), clock);
        ticking.accept(Map.of(Ids.tenant(1), seen(9, 9L, 5L)));
        clock.later(30);
        ticking.accept(Map.of(Ids.tenant(1), seen(9, 9L, 5L)));
        assertThat(ticking.stuckFor("rows")).isZero();
        assertThat(ticking.stuckFor("sets")).hasSeconds(30);
        assertThat(ticking.age()).isZero();

        clock.later(30);
        assertThat(ticking.age()).hasSeconds(30);
        ticking.accept(Map.of(Ids.tenant(1), seen(9, 9L, 6L)));
        assertThat(ticking.stuckFor("sets")).isZero();
    }

    @Test
    void whoIsParkedOrWaitsAloneNeedNotMove() {
        Moves ticking = new Moves(List.of("rows", "sets"), clock);
        ticking.accept(Map.of(Ids.tenant(1), seen(9, 9L, 5L)), Set.of(Ids.tenant(1)));
        clock.later(30);
        ticking.accept(Map.of(Ids.tenant(1), seen(9, 9L, 5L)), Set.of(Ids.tenant(1)));

        assertThat(ticking.stuckFor("sets")).isZero();
    }

    /** Goes on only when it is told to. */
    private static final class SetClock extends Clock {

        private Instant now = NOW;

        void later(long seconds) {
            now = now.plusSeconds(seconds);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private static Survey.Seen seen(long head, @Nullable Long rows, @Nullable Long sets) {
        return new Survey.Seen(new Position(head), Arrays.asList(at(rows), at(sets)), at(sets), "here");
    }

    private static @Nullable Position at(@Nullable Long position) {
        return position == null ? null : new Position(position);
    }
}
