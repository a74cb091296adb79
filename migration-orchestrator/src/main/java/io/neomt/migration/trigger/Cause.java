package io.neomt.migration.trigger;

import java.time.Instant;
import java.util.List;

/** Why schemas may be behind now that were not, or that nobody looked at. */
public sealed interface Cause {

    /** As whom the run is begun. */
    String requestedBy();

    /** An orchestrator has started, or was cut off for a while and may have missed something. */
    record Started() implements Cause {

        @Override
        public String requestedBy() {
            return "start";
        }
    }

    /** It is time. */
    record Due(Instant at) implements Cause {

        @Override
        public String requestedBy() {
            return "schedule";
        }
    }

    /**
     * Tenants were made, or came back.
     *
     * @param slugs of those that are behind
     */
    record Tenants(List<String> slugs) implements Cause {

        public Tenants {
            slugs = List.copyOf(slugs);
        }

        @Override
        public String requestedBy() {
            return "tenant activated";
        }
    }

    /** A connection can be used that could not be before. */
    record Connection(String name) implements Cause {

        @Override
        public String requestedBy() {
            return "connection activated";
        }
    }

    /** A region can be used that could not be before. */
    record Region(String code) implements Cause {

        @Override
        public String requestedBy() {
            return "region activated";
        }
    }
}
