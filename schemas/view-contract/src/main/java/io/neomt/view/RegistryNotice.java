package io.neomt.view;

import java.util.Optional;

/**
 * How the admin database tells that a region or a connection changed: by {@code NOTIFY} within the transaction of the
 * change.
 *
 * @param action as in {@code admin.registry_changes}, such as {@code connection.activate}
 * @param subject the connection's name or the region's code
 */
public record RegistryNotice(String action, String subject) {

    /** What to {@code LISTEN} to. */
    public static final String CHANNEL = "neo_registry";

    public String payload() {
        return action + " " + subject;
    }

    /** Empty where the payload is no such notice. */
    public static Optional<RegistryNotice> of(String payload) {
        int space = payload.indexOf(' ');
        return space > 0
                ? Optional.of(new RegistryNotice(payload.substring(0, space), payload.substring(space + 1)))
                : Optional.empty();
    }
}
