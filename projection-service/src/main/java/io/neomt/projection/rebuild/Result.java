package io.neomt.projection.rebuild;

import io.neomt.event.TenantId;
import java.util.List;

/** What came of one tenant's view. */
public sealed interface Result {

    TenantId tenant();

    long millis();

    /**
     * It was made, and what was asked for was done.
     *
     * @param differences the first of them
     * @param differing how many fields differed in all
     */
    record Done(TenantId tenant, long millis, Blueprint.Made made, List<Difference> differences, long differing)
            implements Result {
        public Done {
            differences = List.copyOf(differences);
        }
    }

    /** What was replaced is answered from again. */
    record GoneBack(TenantId tenant, long millis) implements Result {}

    /** @param passing whether it may go well next time */
    record Failed(TenantId tenant, long millis, String error, boolean passing) implements Result {}
}
