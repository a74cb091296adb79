package io.neomt.query.store;

import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.Decision;
import io.neomt.permission.PermissionSet;
import io.neomt.query.At;
import io.neomt.query.Standing;
import io.neomt.query.freshness.StoredSets;
import io.neomt.query.lookup.Entitled;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Permission sets made from the rows that those in Redis are made from. */
public final class SqlSets implements StoredSets {

    private static final Standing UNKNOWN = new Standing.Blocked(Decision.Cause.USER_UNKNOWN);
    private static final Standing DEACTIVATED = new Standing.Blocked(Decision.Cause.USER_DEACTIVATED);

    private final TenantSnapshots snapshots;

    public SqlSets(TenantSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public At<Map<UserId, Standing>> read(TenantId tenant, Set<UserId> users) {
        return snapshots.read(tenant, dsl -> standings(dsl, users));
    }

    private static Map<UserId, Standing> standings(DSLContext dsl, Set<UserId> users) {
        Map<UserId, Entitled> known = Entitlements.of(dsl, users);
        Map<UserId, Standing> standings = HashMap.newHashMap(users.size());
        users.forEach(user -> standings.put(user, standing(known.get(user))));
        return standings;
    }

    private static Standing standing(@Nullable Entitled user) {
        if (user == null) {
            return UNKNOWN;
        }
        return user.active() ? new Standing.Active(new PermissionSet(user.entitlements())) : DEACTIVATED;
    }
}
