package io.neomt.query.worlds;

import io.neomt.query.memory.MemoryMeter;
import java.util.concurrent.atomic.LongAdder;

/** Counts what memory is good for, where nobody looks at metrics. */
public final class Unmetered implements MemoryMeter {

    public final LongAdder hits = new LongAdder();
    public final LongAdder misses = new LongAdder();

    @Override
    public void hit() {
        hits.increment();
    }

    @Override
    public void missed() {
        misses.increment();
    }

    @Override
    public void invalidated(Kind kind, int times) {}
}
