package io.neomt.event.codec;

import io.neomt.event.Cause;
import io.neomt.event.DeploymentType;
import io.neomt.event.MigrationEvent.RunChange;
import io.neomt.event.MigrationEvent.WaveChange;
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

    static String of(RunChange change) {
        return switch (change) {
            case BEGUN -> "begun";
            case PAUSED -> "paused";
            case RESUMED -> "resumed";
            case STOPPED -> "stopped";
            case DONE -> "done";
            case ABORTED -> "aborted";
        };
    }

    static RunChange runChange(String text) {
        return switch (text) {
            case "begun" -> RunChange.BEGUN;
            case "paused" -> RunChange.PAUSED;
            case "resumed" -> RunChange.RESUMED;
            case "stopped" -> RunChange.STOPPED;
            case "done" -> RunChange.DONE;
            case "aborted" -> RunChange.ABORTED;
            default -> throw new IllegalArgumentException("no change of a run of migrations");
        };
    }

    static String of(WaveChange change) {
        return switch (change) {
            case BEGUN -> "begun";
            case ENDED -> "ended";
        };
    }

    static WaveChange waveChange(String text) {
        return switch (text) {
            case "begun" -> WaveChange.BEGUN;
            case "ended" -> WaveChange.ENDED;
            default -> throw new IllegalArgumentException("change of a wave is neither begun nor ended");
        };
    }
}
