package io.neomt.projection.catchup;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Makes the threads on which tenants are worked on. */
public final class Workers {

    private Workers() {}

    /**
     * A thread for each of a bounded number of tasks at a time: as many as the databases have connections for, since more of
     * them would only wait there, and time out. None is virtual: those are not interrupted while they compute, so that whoever
     * waits for an answer in the same process would wait for a batch of events.
     */
    public static ExecutorService bounded(String owner, int most) {
        return Executors.newFixedThreadPool(
                most, Thread.ofPlatform().daemon().name(owner + "-tenant-", 0).factory());
    }
}
