package io.neomt.testkit.tidy.alpha;

import io.neomt.testkit.tidy.core.Core;
import java.time.Instant;
import java.util.List;

/** Uses the kernel and the language. */
public record Alpha(Core core, List<Instant> times) {

    public Core[] cores() {
        return new Core[] {core};
    }

    public boolean before(Instant now) {
        return times.stream().anyMatch(time -> time.isBefore(now));
    }
}
