package io.neomt.event.codec;

import io.neomt.event.DeploymentType;
import io.neomt.permission.Effect;

/** The spelling of closed sets on the wire. Strict: a guess about an unknown effect would be a guess about access. */
final class WireNames {

    private WireNames() {}

    static String of(Effect effect) {
        return switch (effect) {
            case ALLOW -> "allow";
            case DENY -> "deny";
        };
    }

    static Effect effect(String text) {
        return switch (text) {
            case "allow" -> Effect.ALLOW;
            case "deny" -> Effect.DENY;
            default -> throw new IllegalArgumentException("effect is neither allow nor deny");
        };
    }

    static String of(DeploymentType type) {
        return switch (type) {
            case SCHEMA -> "schema";
        };
    }

    static DeploymentType deploymentType(String text) {
        return switch (text) {
            case "schema" -> DeploymentType.SCHEMA;
            default -> throw new IllegalArgumentException("deployment type is not schema");
        };
    }
}
