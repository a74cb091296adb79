package io.neomt.commons.connections;

import io.neomt.view.Region;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a connection of the registry leads now; equal as long as a pool that was made from it will do.
 *
 * @param name of the row that the pool is made from: in a cluster that of its writer
 * @param keyId of the key that the password is sealed with
 * @param sealed the password in base64, as the registry has it
 * @param epoch of the cluster; 0 where the connection stands alone
 */
record Target(
        UUID id,
        String name,
        Region region,
        String host,
        int port,
        String database,
        String username,
        String keyId,
        String sealed,
        int poolMin,
        int poolMax,
        long epoch) {

    boolean inCluster() {
        return epoch > 0;
    }

    byte[] password() {
        return Base64.getDecoder().decode(sealed);
    }

    /** @param other another database on the server; null for the connection's own */
    String url(@Nullable String other) {
        return "jdbc:postgresql://" + host + ":" + port + "/" + (other == null ? database : other);
    }

    @Override
    public String toString() {
        return name + " in " + region;
    }
}
