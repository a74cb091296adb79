package io.neomt.command.stream;

import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;

/** Tells once that something fails and once that it works again, instead of at each try in between. */
final class Outage {

    private final Logger log;
    private final String what;
    private final AtomicBoolean failing = new AtomicBoolean();

    /** @param what fails, to begin a sentence */
    Outage(Logger log, String what) {
        this.log = log;
        this.what = what;
    }

    void failed(Throwable cause) {
        if (Thread.currentThread().isInterrupted()) {
            // the service stops, and what it was about to do was cut off
            log.debug("{} was cut off", what, cause);
        } else if (failing.compareAndSet(false, true)) {
            log.warn("{} failed; trying again until it works", what, cause);
        } else {
            log.debug("{} still fails", what, cause);
        }
    }

    void worked() {
        if (failing.compareAndSet(true, false)) {
            log.info("{} works again", what);
        }
    }
}
