package io.neomt.query.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.neomt.commons.web.Staleness;
import io.neomt.event.Position;
import io.neomt.permission.Decision;
import io.neomt.permission.Entitlement;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one check.
 *
 * @param condition that could not be evaluated and so closed the door
 * @param source the entitlement that decided; missing when none did
 * @param consistency missing in a batch, which has one for all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CheckAnswer(
        boolean allowed,
        String reason,
        @Nullable String condition,
        @Nullable EntitlementBody source,
        @Nullable ConsistencyBody consistency) {

    /**
     * @param position that the answer is from
     * @param stale true where the tenant's views stand there; else left out
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConsistencyBody(long position, @Nullable Boolean stale) {
        static ConsistencyBody of(Position position) {
            return new ConsistencyBody(position.value(), Staleness.ifStale());
        }
    }

    static CheckAnswer of(Decision decision, @Nullable ConsistencyBody consistency) {
        return new CheckAnswer(
                decision.allowed(), decision.reason(), decision.undecidable(), source(decision), consistency);
    }

    private static @Nullable EntitlementBody source(Decision decision) {
        @Nullable
        Entitlement by =
                switch (decision) {
                    case Decision.Allowed allowed -> allowed.by();
                    case Decision.Denied denied -> denied.by();
                    case Decision.NotGranted _, Decision.Blocked _ -> null;
                };
        return by == null ? null : EntitlementBody.of(by);
    }
}
