package io.neomt.provisioning.registry;

import io.neomt.provisioning.registry.Probed.Failed;
import io.neomt.provisioning.registry.Probed.Problem;
import io.neomt.provisioning.registry.Probed.Reached;
import java.util.Optional;

/** Whether a server that answers can be what it is registered as. */
public final class Suitability {

    private Suitability() {}

    /** The same, or why the server will not do. */
    public static Probed judge(ConnectionType type, Probed probed) {
        return switch (probed) {
            case Failed failed -> failed;
            case Reached reached ->
                problem(type, reached.facts()).<Probed>map(it -> it).orElse(reached);
        };
    }

    private static Optional<Failed> problem(ConnectionType type, ServerFacts facts) {
        if (facts.version() < ServerFacts.OLDEST) {
            return Optional.of(tooOld(facts.version()));
        }
        return switch (type) {
            case PRIMARY -> primary(facts);
            case REPLICA, ANALYTICS, BACKUP -> Optional.empty();
        };
    }

    private static Optional<Failed> primary(ServerFacts facts) {
        if (facts.inRecovery()) {
            return Optional.of(new Failed(
                    Problem.READ_ONLY,
                    "the server follows another one and cannot be written to; register it as a replica"));
        }
        return facts.canCreateSchemas()
                ? Optional.empty()
                : Optional.of(new Failed(
                        Problem.MISSING_PRIVILEGE,
                        "the user may not create schemas in the database; grant it CREATE on the database"));
    }

    /** @param version as PostgreSQL numbers it */
    public static Failed tooOld(int version) {
        return new Failed(
                Problem.SERVER_TOO_OLD,
                "the server is PostgreSQL " + version / 10_000 + "; the platform needs " + ServerFacts.OLDEST / 10_000
                        + " or newer");
    }
}
