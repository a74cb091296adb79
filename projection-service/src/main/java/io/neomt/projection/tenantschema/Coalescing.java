package io.neomt.projection.tenantschema;

import io.neomt.event.EventEnvelope;
import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.event.UserId;
import io.neomt.projection.tenantschema.RowChange.OfRole;
import io.neomt.projection.tenantschema.RowChange.OfTeam;
import io.neomt.projection.tenantschema.RowChange.OfUser;
import io.neomt.projection.tenantschema.RowChange.Put;
import io.neomt.projection.tenantschema.RowChange.Remove;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Folds the changes of a batch, in order, into what is left of them at its end. */
public final class Coalescing {

    private final Map<UserId, UserFold> users = new LinkedHashMap<>();
    private final Map<RoleId, RoleFold> roles = new LinkedHashMap<>();
    private final Map<TeamId, TeamFold> teams = new LinkedHashMap<>();
    private final Set<RowKey> removed = new LinkedHashSet<>();
    private final Map<RowKey, Row> put = new LinkedHashMap<>();

    private Coalescing() {}

    /** @param events of one tenant, in order */
    public static Rows of(List<EventEnvelope> events) {
        Coalescing batch = new Coalescing();
        for (EventEnvelope event : events) {
            TenantSchema.changes(event).forEach(batch::add);
        }
        return batch.rows();
    }

    private void add(RowChange change) {
        switch (change) {
            case OfUser c -> users.computeIfAbsent(c.user(), UserFold::new).add(c);
            case OfRole c -> roles.computeIfAbsent(c.role(), RoleFold::new).add(c);
            case OfTeam c -> teams.computeIfAbsent(c.team(), TeamFold::new).add(c);
            // what is put again stays removed, too: nothing of the earlier row may shine through
            case Put c -> put.merge(c.row().key(), c.row(), (earlier, row) -> row.over(earlier));
            case Remove c -> remove(c.key());
        }
    }

    private void remove(RowKey key) {
        put.remove(key);
        removed.add(key);
    }

    private Rows rows() {
        return new Rows(
                users.values().stream().flatMap(UserFold::updated).toList(),
                users.values().stream().flatMap(UserFold::inserted).toList(),
                roles.values().stream().flatMap(RoleFold::updated).toList(),
                roles.values().stream().flatMap(RoleFold::inserted).toList(),
                teams.values().stream().flatMap(TeamFold::updated).toList(),
                teams.values().stream().flatMap(TeamFold::inserted).toList(),
                List.copyOf(removed),
                List.copyOf(put.values()));
    }
}
