package io.neomt.provisioning.registry;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who writes in a cluster. Somebody else promotes a standby; the platform only sees that it happened. A server takes the
 * writer's place when the writer is switched off for failing, and it is of the same region, answers, follows nobody, holds
 * the same, and is of a later timeline, which PostgreSQL begins with each promotion: the old writer never is, however alive.
 */
public final class Succession {

    private Succession() {}

    /** The server that now has to write; empty while the present one stays, or no other can. */
    public static Optional<Member> successor(Member writer, List<Member> others) {
        ServerFacts last = writer.facts();
        if (writer.health().disabledBy() != DisabledBy.HEALTH || last == null) {
            return Optional.empty();
        }
        return others.stream()
                .filter(other -> other.region().equals(writer.region()))
                .filter(other -> other.health().healthy() && other.health().disabledBy() != DisabledBy.OPERATOR)
                .filter(other -> isPromoted(other.facts(), last))
                .max(Comparator.comparingLong(
                        other -> Objects.requireNonNull(other.facts()).timeline()));
    }

    private static boolean isPromoted(@Nullable ServerFacts facts, ServerFacts last) {
        return facts != null
                && !facts.inRecovery()
                && facts.systemIdentifier().equals(last.systemIdentifier())
                && facts.timeline() > last.timeline();
    }
}
