package io.neomt.command.intervention;

import io.neomt.command.kernel.Command;
import io.neomt.command.kernel.Field;
import io.neomt.command.kernel.InvalidFieldException;
import io.neomt.command.kernel.Needs;
import io.neomt.command.kernel.Subject;
import io.neomt.event.Event;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.permission.PermissionCode;
import java.util.Set;

/** What is to become of an event that no view can take in. */
public sealed interface InterventionCommand extends Command {

    TenantId tenantId();

    /** Where the event stands in the tenant's sequence. */
    Position position();

    @Override
    default Subject subject() {
        return Subject.of(tenantId());
    }

    @Override
    default Set<PermissionCode> requiredPermissions() {
        return Needs.PROJECTIONS;
    }

    /** The views of one that is suspended are kept, too. */
    @Override
    default boolean needsActiveTenant() {
        return false;
    }

    @Override
    default boolean ofPlatformOnly() {
        return true;
    }

    /** It shall have no effect on any view. */
    record SkipEvent(TenantId tenantId, Position position, String projection, String reason)
            implements InterventionCommand {
        public SkipEvent {
            required(position);
            Field.line("projection", projection);
            Field.line("reason", reason);
        }
    }

    /** @param instead what every view shall take in instead */
    record PatchEvent(TenantId tenantId, Position position, String reason, Replacement instead)
            implements InterventionCommand {
        public PatchEvent {
            required(position);
            Field.line("reason", reason);
        }
    }

    /**
     * An event, and how it is kept.
     *
     * @param type as on the wire
     * @param payload in base64
     */
    record Replacement(Event event, String type, long schemaFingerprint, String payload) {}

    private static void required(Position position) {
        if (position.equals(Position.NONE)) {
            throw new InvalidFieldException("position", "is 1 or more");
        }
    }
}
