package io.neomt.provisioning.registry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change of the registry that somebody asks for; what of it is kept for good.
 *
 * @param actor the external id of a user of the platform, or which part of the platform
 * @param requestId by which the logs name the request
 * @param action such as {@code connection.drain}
 * @param subject the name of the connection or the code of the region
 * @param details what was asked for; no password is among them
 * @param once null where the request may be made as often as it comes
 * @param ifMatch the version that what is changed has to be of; null for any
 */
public record Asked(
        String actor,
        String requestId,
        String action,
        String subject,
        Map<String, Object> details,
        @Nullable Once once,
        @Nullable Long ifMatch) {

    public Asked {
        details = Map.copyOf(details);
    }

    /**
     * By which a request that comes again is recognized.
     *
     * @param key chosen by the caller
     * @param digest of all that the request says, in hexadecimal
     */
    public record Once(String key, String digest) {}

    /** What the platform does of itself. */
    public static Asked byItself(String part, String action, String subject, Map<String, Object> details) {
        return new Asked(part, "none", action, subject, details, null, null);
    }
}
