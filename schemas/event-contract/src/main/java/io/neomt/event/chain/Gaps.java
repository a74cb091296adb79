package io.neomt.event.chain;

import io.neomt.event.Position;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Positions that were passed over, as ranges. */
final class Gaps {

    /** From the first position of each to the one after its last. */
    private final TreeMap<Long, Long> ranges = new TreeMap<>();

    /** @param to after the last one that is missing */
    void add(Position from, Position to) {
        if (from.compareTo(to) < 0) {
            ranges.put(from.value(), to.value());
        }
    }

    /** @return whether the position was missing until now */
    boolean fill(Position position) {
        long at = position.value();
        Map.@Nullable Entry<Long, Long> range = ranges.floorEntry(at);
        if (range == null || range.getValue() <= at) {
            return false;
        }
        ranges.remove(range.getKey());
        add(new Position(range.getKey()), position);
        add(position.next(), new Position(range.getValue()));
        return true;
    }

    List<Position> missing(int most) {
        return ranges.entrySet().stream()
                .flatMapToLong(range -> LongStream.range(range.getKey(), range.getValue()))
                .limit(most)
                .mapToObj(Position::new)
                .toList();
    }
}
