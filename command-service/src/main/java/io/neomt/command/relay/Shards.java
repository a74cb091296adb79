package io.neomt.command.relay;

import io.neomt.event.TenantId;
import java.util.UUID;

/** Divides the tenants among relays: each tenant is in one shard for ever. */
public final class Shards {

    public static final int COUNT = 16;

    private Shards() {}

    public static int of(TenantId tenant) {
        UUID id = tenant.value();
        long mixed = (id.getMostSignificantBits() ^ id.getLeastSignificantBits()) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 60);
    }
}
