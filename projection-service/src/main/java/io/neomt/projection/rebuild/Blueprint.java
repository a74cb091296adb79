package io.neomt.projection.rebuild;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import java.util.Map;

/** How one kind of view is made anew. Generations are numbers that no other rebuild has. */
public interface Blueprint {

    /**
     * Fills the generation beside the running one and catches it up. May be called again after a crash.
     *
     * @param compare whether to compare both at the same position, and tell of each difference
     * @param flip whether queries are to be answered from it then
     * @throws UnsettledException when the running view does not follow
     */
    Made make(TenantId tenant, int generation, boolean compare, boolean flip, Observer observer);

    /**
     * Tells of each difference between the running view and what would be made anew, and leaves nothing behind.
     *
     * @throws UnsettledException when the running view does not follow
     */
    void check(TenantId tenant, Observer observer);

    /** Brings a generation that was kept to where the running one is, and has queries answered from it again. */
    Position goBack(TenantId tenant, int generation, Observer observer);

    /** Removes these generations, but none that queries are answered from. */
    void drop(Map<TenantId, Integer> generations);

    /**
     * What was made.
     *
     * @param position that it was at
     * @param parts how many sets or rows were written
     * @param previous the generation that queries were answered from before
     */
    record Made(Position position, long parts, int previous) {}
}
