package io.neomt.command.expiry;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What will be over and when, of all tenants; changed together with the events that say so. */
public interface DueList {

    /** Makes this process, for a while, the one that records what is over; false while another one is. */
    boolean lead(String owner, Duration lease);

    /** Lets another process lead at once. */
    void release(String owner);

    /** What is over, the longest first. */
    List<Due> over(Instant now, int limit);

    /** When the next thing is over; empty when nothing ever will be. */
    Optional<Instant> next();
}
