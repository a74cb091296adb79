package io.neomt.provisioning.web;

import io.neomt.provisioning.registry.Probed;
import io.neomt.provisioning.registry.Probed.Failed;
import io.neomt.provisioning.registry.Probed.Problem;
import io.neomt.provisioning.registry.Probed.Reached;
import io.neomt.provisioning.registry.ServerFacts;
import org.jspecify.annotations.Nullable;

/**
 * What a test of a connection found.
 *
 * @param problem why it will not do; null where it is usable
 */
record TestView(
        boolean usable,
        @Nullable Problem problem,
        @Nullable String message,
        @Nullable Integer serverVersion,
        @Nullable Boolean inRecovery,
        @Nullable Long replayLagMs,
        @Nullable Long measuredBytes,
        @Nullable Boolean canCreateDatabases) {

    static TestView of(Probed probed) {
        return switch (probed) {
            case Failed(Problem problem, String message) ->
                new TestView(false, problem, message, null, null, null, null, null);
            case Reached(ServerFacts facts) ->
                new TestView(
                        true,
                        null,
                        null,
                        facts.version(),
                        facts.inRecovery(),
                        facts.replayLagMillis(),
                        facts.bytes(),
                        facts.canCreateDatabases());
        };
    }
}
