package io.neomt.command.kernel;

import io.neomt.event.Event;
import io.neomt.event.OrganizationEvent;
import io.neomt.event.OrganizationId;
import io.neomt.event.RoleEvent;
import io.neomt.event.RoleId;
import io.neomt.event.TenantEvent;
import io.neomt.event.TenantId;
import io.neomt.event.UserEvent;
import io.neomt.event.UserId;
import java.util.Locale;
import java.util.UUID;

/** What a command changes and an event is about: the unit of versions; written as {@code user/<id>}. */
public record Subject(Kind kind, UUID id) {

    public enum Kind {
        ORGANIZATION,
        TENANT,
        USER,
        ROLE;

        private final String text = name().toLowerCase(Locale.ROOT);

        public String text() {
            return text;
        }
    }

    public static Subject of(OrganizationId id) {
        return new Subject(Kind.ORGANIZATION, id.value());
    }

    public static Subject of(TenantId id) {
        return new Subject(Kind.TENANT, id.value());
    }

    public static Subject of(UserId id) {
        return new Subject(Kind.USER, id.value());
    }

    public static Subject of(RoleId id) {
        return new Subject(Kind.ROLE, id.value());
    }

    public static Subject of(Event event) {
        return switch (event) {
            case OrganizationEvent e -> of(e.organizationId());
            case TenantEvent e -> of(e.tenantId());
            case UserEvent e -> of(e.userId());
            case RoleEvent e -> of(e.roleId());
        };
    }

    /** Reads what {@link #toString()} wrote. */
    public static Subject parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("a subject is written <kind>/<id>, not '" + text + "'");
        }
        Kind kind = Kind.valueOf(text.substring(0, slash).toUpperCase(Locale.ROOT));
        return new Subject(kind, UUID.fromString(text.substring(slash + 1)));
    }

    @Override
    public String toString() {
        return kind.text() + "/" + id;
    }
}
