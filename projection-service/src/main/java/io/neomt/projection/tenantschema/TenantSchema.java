package io.neomt.projection.tenantschema;

import io.neomt.event.AccessEvent;
import io.neomt.event.CatalogueEvent;
import io.neomt.event.EventEnvelope;
import io.neomt.event.MigrationEvent;
import io.neomt.event.OrganizationEvent;
import io.neomt.event.ProjectionEvent;
import io.neomt.event.ResourceEvent;
import io.neomt.event.RoleEvent;
import io.neomt.event.TeamEvent;
import io.neomt.event.TemplateEvent;
import io.neomt.event.TenantEvent;
import io.neomt.event.UserEvent;
import java.util.List;

/** What each event changes in the schema of its tenant. */
public final class TenantSchema {

    /** The name of this projection in {@code projection_position} and in metrics. */
    public static final String NAME = "tenantschema";

    private TenantSchema() {}

    public static List<RowChange> changes(EventEnvelope envelope) {
        Stamp stamp = new Stamp(envelope.position().value(), envelope.metadata().time());
        return switch (envelope.event()) {
            // they have their rows in the admin database, written with the events
            case OrganizationEvent _, MigrationEvent _ -> List.of();
            // they say how others are applied
            case ProjectionEvent _ -> List.of();
            case UserEvent e -> UserChanges.by(e, stamp);
            case RoleEvent e -> RoleChanges.by(e, stamp);
            case TeamEvent e -> TeamChanges.by(e, stamp);
            case TenantEvent e -> OtherChanges.by(e, stamp);
            case CatalogueEvent e -> OtherChanges.by(e, stamp);
            case ResourceEvent e -> OtherChanges.by(e, stamp);
            case AccessEvent e -> OtherChanges.by(e, stamp);
            case TemplateEvent e -> OtherChanges.by(e, stamp);
        };
    }
}
