package io.neomt.provisioning.plan;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a database may hold, and holds.
 *
 * @param dedicated whether it is for one tenant alone
 * @param databases whether tenants can have databases of their own on its server
 * @param tenants that are placed on it
 * @param maxTenants null without a bound
 * @param bytes as they were measured last
 * @param maxBytes from which measured size on no other tenant comes; null without a bound
 */
public record Room(
        boolean dedicated,
        boolean databases,
        int tenants,
        @Nullable Integer maxTenants,
        long bytes,
        @Nullable Long maxBytes) {

    /** Without bounds, and empty. */
    public static final Room WIDE = new Room(false, true, 0, null, 0, null);

    /** What one more tenant would be too much of; empty where it has room. */
    Optional<String> full() {
        Integer most = dedicated ? Integer.valueOf(1) : maxTenants;
        if (most != null && tenants >= most) {
            return Optional.of("holds " + tenants + " of " + most + " tenants");
        }
        Long largest = maxBytes;
        return largest != null && bytes >= largest
                ? Optional.of("holds " + bytes + " of " + largest + " bytes")
                : Optional.empty();
    }

    /** From 0, empty, to 1, full; without a bound the number of tenants counts as one of a thousand. */
    double fill() {
        double ofTenants = tenants / (double) (maxTenants == null ? 1_000 : maxTenants);
        Long largest = maxBytes;
        return largest == null ? ofTenants : Math.max(ofTenants, bytes / (double) largest);
    }

    String describe() {
        String bound = maxTenants == null ? "" : " of " + maxTenants;
        Long largest = maxBytes;
        String size = largest == null ? "" : ", " + bytes + " of " + largest + " bytes";
        return "it holds " + tenants + bound + " tenants" + size;
    }
}
