package io.neomt.deploy.embedded;

import java.io.IOException;
import java.time.Duration;

/** One part that runs as a process of its own. */
interface Server {

    Part part();

    /** Unpacks and initializes what is not there yet. */
    void prepare() throws IOException, InterruptedException;

    /** Starts it and returns when it serves. */
    void start(Children children, Duration deadline) throws IOException, InterruptedException;

    /** Asks it to end, and kills it when it does not within {@code patience}. Without effect before the start. */
    void stop(Duration patience) throws IOException, InterruptedException;
}
