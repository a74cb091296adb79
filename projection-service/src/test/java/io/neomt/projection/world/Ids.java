package io.neomt.projection.world;

import io.neomt.event.AccessGrantId;
import io.neomt.event.GrantId;
import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import java.util.UUID;

/** Ids that are easy to tell apart in a failed test. */
public final class Ids {

    private Ids() {}

    public static TenantId tenant(long number) {
        return new TenantId(id(1, number));
    }

    public static UserId user(long number) {
        return new UserId(id(2, number));
    }

    public static RoleId role(long number) {
        return new RoleId(id(3, number));
    }

    public static GrantId grant(long number) {
        return new GrantId(id(4, number));
    }

    public static TeamId team(long number) {
        return new TeamId(id(5, number));
    }

    public static AccessGrantId access(long number) {
        return new AccessGrantId(id(6, number));
    }

    private static UUID id(long kind, long number) {
        return new UUID(kind << 32 | 0x7000L, 0x8000000000000000L | number);
    }
}
