package io.neomt.event;

/**
 * Where an event stands in its tenant's sequence. The first event has 1, the next always one more; {@link #NONE} is the
 * position of a tenant without events.
 *
 * @param value 0 or greater
 */
public record Position(long value) implements Comparable<Position> {

    public static final Position NONE = new Position(0);

    public Position {
        if (value < 0) {
            throw new IllegalArgumentException("a position is 0 or greater, not " + value);
        }
    }

    public Position next() {
        return new Position(value + 1);
    }

    public boolean isAtLeast(Position other) {
        return value >= other.value;
    }

    @Override
    public int compareTo(Position other) {
        return Long.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
