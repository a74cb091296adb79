package io.neomt.provisioning.registry;

import io.neomt.view.Region;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the registry, without its password.
 *
 * @param encryptionKeyId of the key that the password is encrypted with
 * @param cluster null where it stands alone
 * @param writesInCluster whether it is the one that writes; true where it stands alone
 * @param draining whether no further tenant comes
 * @param facts of the last check that succeeded; null before it
 * @param checkedAt null before the first check
 * @param tenants that are placed on it
 * @param version rises with each change that is on record
 */
public record Registered(
        UUID id,
        String name,
        ConnectionType type,
        Region region,
        boolean regionActive,
        String host,
        int port,
        String database,
        String username,
        String encryptionKeyId,
        Purpose purpose,
        Limits limits,
        @Nullable String cluster,
        boolean writesInCluster,
        boolean draining,
        Health health,
        @Nullable ServerFacts facts,
        @Nullable Instant checkedAt,
        int tenants,
        long version) {

    public Member member() {
        return new Member(name, type, region, health, facts);
    }
}
