package io.neomt.e2e.faults;

import io.neomt.e2e.Waiting;
import java.io.IOException;
import java.util.List;

/** No room is left where the servers keep their data; then there is again, and what has ended is started anew. */
final class Disks {

    private static final long STILL_NANOS = 3_000_000_000L;

    private Disks() {}

    static String filled(FaultPlatform platform, Load load) throws IOException, InterruptedException {
        Disk disk = platform.ground()
                .disk()
                .orElseThrow(() -> new NotPossibleException("no disk may be mounted by this user"));
        try {
            disk.fill();
            awaitStill(load.ledger());
        } finally {
            disk.clear();
        }
        List<String> ended = platform.ground().restartEnded();
        return ended.isEmpty() ? "no server ended" : "ended by it: " + String.join(", ", ended);
    }

    /** Nobody's command is acknowledged any more. */
    private static void awaitStill(Ledger ledger) {
        long[] seen = {ledger.commands(), System.nanoTime()};
        Waiting.until("nothing is acknowledged any more", () -> {
            if (ledger.commands() != seen[0]) {
                seen[0] = ledger.commands();
                seen[1] = System.nanoTime();
            }
            return System.nanoTime() - seen[1] > STILL_NANOS;
        });
    }
}
