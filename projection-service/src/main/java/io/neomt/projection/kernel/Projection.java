package io.neomt.projection.kernel;

import io.neomt.event.EventEnvelope;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import java.util.List;

/** A view of each tenant's events that moves forward by compare-and-set of its position. */
public interface Projection {

    String name();

    Progress progress(TenantId tenant);

    /**
     * Applies all or nothing, together with the new position.
     *
     * @param from where the view is believed to be
     * @param events dense, the first one next after {@code from}, never empty
     */
    Applied apply(TenantId tenant, Position from, List<EventEnvelope> events);

    /** Makes a view that is {@link Progress.Missing} whole again from what stands before it. */
    Applied rebuild(TenantId tenant);

    /** The tenant is no more: nothing of its view may be left. May be called again, and for a view that never was. */
    void remove(TenantId tenant);

    /** Where a view stands. */
    sealed interface Progress {

        record At(Position position) implements Progress {}

        /** There is no view, or one that is not whole: it has to be rebuilt. */
        record Missing() implements Progress {}

        /** The tenant has no place for the view yet; its events wait in the store. */
        record NotReady() implements Progress {}
    }

    /** What came of applying. */
    sealed interface Applied {

        record Done(Position position) implements Applied {}

        /** The view is not where it was believed to be: somebody else moved it, or it is gone. Nothing was changed. */
        record Lost() implements Applied {}

        /** What this view is made from has already moved to a later position. Nothing was changed. */
        record Ahead(Position position) implements Applied {}
    }
}
