package io.neomt.command.kernel;

import static io.neomt.command.kernel.CommonRejection.NAME_TAKEN;
import static io.neomt.command.kernel.CommonRejection.SLUG_TAKEN;

import io.neomt.event.TenantId;
import java.util.Locale;
import java.util.Map;

/** A name that one subject at a time may hold; declared by its state, claimed in the transaction of its events. */
public record Name(Kind kind, String value) {

    public enum Kind {
        ORGANIZATION_SLUG("slug", SLUG_TAKEN),
        TENANT_SLUG("slug", SLUG_TAKEN),
        USERNAME("username", NAME_TAKEN),
        EMAIL("email", NAME_TAKEN),
        EXTERNAL_ID("external_id", NAME_TAKEN),
        ROLE_NAME("name", NAME_TAKEN),
        TEAM_NAME("name", NAME_TAKEN);

        private final String field;
        private final CommonRejection whenTaken;

        Kind(String field, CommonRejection whenTaken) {
            this.field = field;
            this.whenTaken = whenTaken;
        }

        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Reads what {@link #text()} wrote. */
        public static Kind ofText(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    /** A name that differs from others by more than the case of its letters. */
    public static Name ignoringCase(Kind kind, String value) {
        return new Name(kind, value.toLowerCase(Locale.ROOT));
    }

    /** Where the name is unique: tenants have different slugs although each has a sequence of its own. */
    public TenantId spaceFor(TenantId tenant) {
        return kind == Kind.TENANT_SLUG ? TenantId.PLATFORM : tenant;
    }

    public Rejection taken() {
        return new Rejection(
                kind.whenTaken,
                "The " + kind.field + " '" + value + "' is taken; choose another.",
                Map.of("field", kind.field, "value", value));
    }
}
