package io.neomt.command.stream;

import io.neomt.command.relay.Lag;
import io.neomt.command.relay.Lease;
import io.neomt.commons.observability.HealthProbe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How far the publishing of events is behind. Commands are accepted without it; their events wait in the store. */
public final class RelayProbe implements HealthProbe {

    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private final Relay relay;

    public RelayProbe(Relay relay) {
        this.relay = relay;
    }

    @Override
    public String name() {
        return "relay";
    }

    @Override
    public boolean required() {
        return false;
    }

    @Override
    public Map<String, Object> check() {
        Duration silence = relay.age();
        if (silence.compareTo(LONGEST_SILENCE) > 0) {
            throw new IllegalStateException("the relay has not looked for events for " + silence.toSeconds() + " s");
        }
        Lag lag = relay.lag();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("lag_events", lag.events());
        details.put("lag_seconds", lag.age().toMillis() / 1_000.0);
        details.put("shards", relay.leases().size());
        details.put("epoch", epoch());
        return details;
    }

    /** The newest under which this process publishes; 0 while it publishes nothing. */
    public long epoch() {
        return relay.leases().stream().mapToLong(Lease::epoch).max().orElse(0);
    }
}
