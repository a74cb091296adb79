package io.neomt.projection.tenantschema;

import java.util.Locale;

/** The column {@code status} of {@code users}. */
public enum UserStatus {
    ACTIVE,
    DEACTIVATED,
    DELETED;

    private final String text = name().toLowerCase(Locale.ROOT);

    public String text() {
        return text;
    }
}
