package io.neomt.permission;

/** A way to something that many refer to. */
public final class Link<T> {

    private final Way way;
    private final Cell<T> to;

    /** @param limits when and on which conditions the way is open */
    public Link(Limits limits, Cell<T> to) {
        this.way = Way.of(limits);
        this.to = to;
    }

    Way way() {
        return way;
    }

    Cell<T> to() {
        return to;
    }
}
