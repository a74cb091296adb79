package io.neomt.projection.views;

import io.neomt.projection.rebuild.Difference;
import io.neomt.projection.rebuild.Observer;
import io.neomt.projection.rebuild.StoppedException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Keeps what a rebuild tells. */
final class Found implements Observer {

    final List<Difference> differences = new ArrayList<>();
    private final BooleanSupplier stop;

    Found() {
        this(() -> false);
    }

    /** @param stop whether nothing more is to be done */
    Found(BooleanSupplier stop) {
        this.stop = stop;
    }

    @Override
    public void differs(Difference difference) {
        differences.add(difference);
    }

    @Override
    public void goOn() {
        if (stop.getAsBoolean()) {
            throw new StoppedException("by the test");
        }
    }
}
