package io.neomt.permission;

import org.jspecify.annotations.Nullable;

/**
 * How somebody comes to a set: what limits all of it for them, as the end of an assignment does. It remembers the
 * decisions that were made this way, so that the same one is not made again.
 */
final class Way {

    /** To what one holds oneself. */
    static final Way OPEN = new Way(Limits.NONE);

    private final Limits limits;
    private final Memo<Ruling, Decision> decisions = new Memo<>();
    private final Memo<Way, Way> further = new Memo<>();

    private Way(Limits limits) {
        this.limits = limits;
    }

    static Way of(Limits limits) {
        return limits.equals(Limits.NONE) ? OPEN : new Way(limits);
    }

    Limits limits() {
        return limits;
    }

    boolean isOpen() {
        return limits.isNone();
    }

    /** This way and then the next. */
    Way and(Way next) {
        if (isOpen() || next.isOpen()) {
            return isOpen() ? next : this;
        }
        @Nullable Way known = further.get(next);
        return known == null ? further.put(next, new Way(limits.and(next.limits))) : known;
    }

    /** What a grant or denial, which surely exists, decides for those who come this way. */
    Decision decision(Ruling ruling) {
        if (isOpen()) {
            return ruling.decision();
        }
        @Nullable Decision known = decisions.get(ruling);
        return known == null
                ? decisions.put(ruling, Ruling.of(behind(ruling.entitlement())).decision())
                : known;
    }

    Entitlement behind(Entitlement entitlement) {
        return isOpen() ? entitlement : entitlement.through(limits);
    }
}
