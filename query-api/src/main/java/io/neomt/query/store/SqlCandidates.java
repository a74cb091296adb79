package io.neomt.query.store;

import io.neomt.event.TenantId;
import io.neomt.query.At;
import io.neomt.query.lookup.Candidates;
import io.neomt.query.lookup.OnWhat;
import io.neomt.query.lookup.WhoCan;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** From the tenant's schema. */
public final class SqlCandidates implements Candidates {

    private final TenantSnapshots snapshots;

    public SqlCandidates(TenantSnapshots snapshots) {
        this.snapshots = snapshots;
    }

    @Override
    public At<List<String>> users(TenantId tenant, WhoCan asked, @Nullable String after, int most) {
        UUID last = after == null ? new UUID(0, 0) : UUID.fromString(after);
        return snapshots.read(tenant, dsl -> new HolderRows(dsl, asked).after(last, most));
    }

    @Override
    public At<List<String>> resources(TenantId tenant, OnWhat asked, @Nullable String after, int most) {
        return snapshots.readAt(tenant, (dsl, at) -> new ReachedRows(
                        dsl, asked.user(), asked.type(), asked.reach(SqlUsers.held(dsl, at, asked.user())))
                .after(after == null ? "" : after, most));
    }
}
