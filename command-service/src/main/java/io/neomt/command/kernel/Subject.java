package io.neomt.command.kernel;

import io.neomt.event.AccessEvent;
import io.neomt.event.AccessGrantId;
import io.neomt.event.CatalogueEvent;
import io.neomt.event.Event;
import io.neomt.event.MigrationEvent;
import io.neomt.event.MigrationRunId;
import io.neomt.event.OrganizationEvent;
import io.neomt.event.OrganizationId;
import io.neomt.event.ProjectionEvent;
import io.neomt.event.ResourceEvent;
import io.neomt.event.RoleEvent;
import io.neomt.event.RoleId;
import io.neomt.event.TeamEvent;
import io.neomt.event.TeamId;
import io.neomt.event.TemplateEvent;
import io.neomt.event.TenantEvent;
import io.neomt.event.TenantId;
import io.neomt.event.UserEvent;
import io.neomt.event.UserId;
import io.neomt.permission.Instance;
import java.util.Locale;

/** What a command changes and an event is about: the unit of versions; written as {@code user/<id>}. A resource's id is {@code <type>/<id>}. */
public record Subject(Kind kind, String id) {

    public enum Kind {
        ORGANIZATION,
        TENANT,
        USER,
        ROLE,
        TEAM,
        CATALOGUE,
        RESOURCE,
        ACCESS,
        TEMPLATE,
        MIGRATION;

        private final String text = name().toLowerCase(Locale.ROOT);

        public String text() {
            return text;
        }
    }

    public static Subject of(OrganizationId id) {
        return new Subject(Kind.ORGANIZATION, id.toString());
    }

    public static Subject of(TenantId id) {
        return new Subject(Kind.TENANT, id.toString());
    }

    public static Subject of(UserId id) {
        return new Subject(Kind.USER, id.toString());
    }

    /** Whoever the tenant's realm knows by this id; no event is about it. */
    public static Subject ofRealm(String externalId) {
        return new Subject(Kind.USER, "external:" + externalId);
    }

    public static Subject of(RoleId id) {
        return new Subject(Kind.ROLE, id.toString());
    }

    public static Subject of(TeamId id) {
        return new Subject(Kind.TEAM, id.toString());
    }

    /** All permission codes of a tenant. */
    public static Subject catalogueOf(TenantId tenant) {
        return new Subject(Kind.CATALOGUE, tenant.toString());
    }

    public static Subject of(Instance resource) {
        return new Subject(Kind.RESOURCE, resource.toString());
    }

    /** The resource that this is. */
    public Instance instance() {
        int slash = id.indexOf('/');
        return new Instance(id.substring(0, slash), id.substring(slash + 1));
    }

    public static Subject of(AccessGrantId id) {
        return new Subject(Kind.ACCESS, id.toString());
    }

    public static Subject of(MigrationRunId id) {
        return new Subject(Kind.MIGRATION, id.toString());
    }

    public static Subject ofTemplate(String name) {
        return new Subject(Kind.TEMPLATE, name);
    }

    /** @param tenant in whose sequence the event is */
    public static Subject of(TenantId tenant, Event event) {
        return switch (event) {
            case OrganizationEvent e -> of(e.organizationId());
            case TenantEvent e -> of(e.tenantId());
            case UserEvent e -> of(e.userId());
            case RoleEvent e -> of(e.roleId());
            case TeamEvent e -> of(e.teamId());
            case CatalogueEvent _ -> catalogueOf(tenant);
            case ResourceEvent e -> of(e.instance());
            case AccessEvent e -> of(e.accessGrantId());
            case TemplateEvent e -> ofTemplate(e.name());
            case MigrationEvent e -> of(e.runId());
            case ProjectionEvent e -> of(e.tenantId());
        };
    }

    /** Reads what {@link #toString()} wrote. */
    public static Subject parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("a subject is written <kind>/<id>, not '" + text + "'");
        }
        Kind kind = Kind.valueOf(text.substring(0, slash).toUpperCase(Locale.ROOT));
        return new Subject(kind, text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return kind.text() + "/" + id;
    }
}
