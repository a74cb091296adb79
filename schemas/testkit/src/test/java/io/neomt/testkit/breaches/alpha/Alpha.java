package io.neomt.testkit.breaches.alpha;

import io.neomt.testkit.breaches.beta.Beta;
import io.neomt.testkit.breaches.config.Wiring;
import java.time.Instant;
import java.util.UUID;

/** Knows another feature, the wiring, the clock and chance. */
public final class Alpha {

    public static int calls;

    public Instant now() {
        return Instant.now();
    }

    public UUID id() {
        return UUID.randomUUID();
    }

    public Beta beta(Wiring wiring) {
        return wiring.beta();
    }
}
