package io.neomt.event.codec;

import io.neomt.event.Cause;
import io.neomt.event.DeploymentType;
import io.neomt.event.StepOutcome;
import io.neomt.permission.Effect;
import org.jspecify.annotations.Nullable;

/** The spelling of closed sets on the wire. Strict: a guess about an unknown effect would be a guess about access. */
final class WireNames {

    private WireNames() {}

    static String of(Effect effect) {
        return switch (effect) {
            case ALLOW -> "allow";
            case DENY -> "deny";
        };
    }

    /** @param text null in records that were written before there was a choice */
    static Effect effect(@Nullable String text) {
        return switch (text) {
            case null -> Effect.ALLOW;
            case "allow" -> Effect.ALLOW;
            case "deny" -> Effect.DENY;
            default -> throw new IllegalArgumentException("effect is neither allow nor deny");
        };
    }

    static String of(Cause cause) {
        return switch (cause) {
            case REVOKED -> "revoked";
            case EXPIRED -> "expired";
        };
    }

    /** @param text null in records that were written before there was a choice */
    static Cause cause(@Nullable String text) {
        return switch (text) {
            case null -> Cause.REVOKED;
            case "revoked" -> Cause.REVOKED;
            case "expired" -> Cause.EXPIRED;
            default -> throw new IllegalArgumentException("cause is neither revoked nor expired");
        };
    }

    static String of(DeploymentType type) {
        return switch (type) {
            case SCHEMA -> "schema";
            case DATABASE -> "database";
            case DEDICATED -> "dedicated";
        };
    }

    static DeploymentType deploymentType(String text) {
        return switch (text) {
            case "schema" -> DeploymentType.SCHEMA;
            case "database" -> DeploymentType.DATABASE;
            case "dedicated" -> DeploymentType.DEDICATED;
            default -> throw new IllegalArgumentException("deployment type is not schema, database or dedicated");
        };
    }

    static String of(StepOutcome outcome) {
        return switch (outcome) {
            case DONE -> "done";
            case COMPENSATED -> "compensated";
            case WAITING -> "waiting";
        };
    }

    static StepOutcome stepOutcome(String text) {
        return switch (text) {
            case "done" -> StepOutcome.DONE;
            case "compensated" -> StepOutcome.COMPENSATED;
            case "waiting" -> StepOutcome.WAITING;
            default -> throw new IllegalArgumentException("outcome is not done, compensated or waiting");
        };
    }
}
