package io.neomt.permission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What limits a grant, a denial, an assignment or a membership, as it was given.
 *
 * @param window when it exists
 * @param condition a CEL expression that must hold, null for none; whether it can be compiled was asked when it was given
 */
public record Terms(Window window, @Nullable String condition) {

    /** Always and unconditionally. */
    public static final Terms NONE = new Terms(Window.ALWAYS, null);

    public Terms {
        if (condition != null && condition.isBlank()) {
            throw new InvalidPermissionException("a condition is not blank");
        }
    }

    /** Reads bounds of which either may be missing. */
    public static Terms of(@Nullable Instant validFrom, @Nullable Instant expiresAt, @Nullable String condition) {
        return new Terms(
                new Window(validFrom == null ? Instant.MIN : validFrom, expiresAt == null ? Instant.MAX : expiresAt),
                condition);
    }

    /** The first instant inside the window; null when it has always begun. */
    public @Nullable Instant validFrom() {
        return window.validFrom().equals(Instant.MIN) ? null : window.validFrom();
    }

    /** The first instant after the window; null when it never ends. */
    public @Nullable Instant expiresAt() {
        return window.expiresAt().equals(Instant.MAX) ? null : window.expiresAt();
    }
}
