package io.neomt.projection.tenantschema;

import io.neomt.event.RoleId;
import io.neomt.projection.tenantschema.RowChange.InsertRole;
import io.neomt.projection.tenantschema.RowChange.MarkRoleDeleted;
import io.neomt.projection.tenantschema.RowChange.OfRole;
import io.neomt.projection.tenantschema.RowChange.TouchRole;
import io.neomt.projection.tenantschema.RowChange.UpdateRole;
import io.neomt.projection.tenantschema.Rows.NewRole;
import io.neomt.projection.tenantschema.Rows.RoleUpdate;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One role's row over a batch. */
final class RoleFold {

    private final RoleId id;
    private @Nullable InsertRole insert;
    private @Nullable UpdateRole update;
    private @Nullable Instant deletedAt;
    private Stamp last = new Stamp(0, Instant.EPOCH);

    RoleFold(RoleId id) {
        this.id = id;
    }

    void add(OfRole change) {
        last = change.stamp();
        switch (change) {
            case InsertRole c -> insert = c;
            case UpdateRole c -> update = c;
            case MarkRoleDeleted c -> deletedAt = c.stamp().at();
            case TouchRole _ -> {}
        }
    }

    Stream<NewRole> inserted() {
        if (insert == null) {
            return Stream.empty();
        }
        return Stream.of(new NewRole(
                id,
                update == null ? insert.name() : update.name(),
                update == null ? insert.description() : update.description(),
                insert.system(),
                insert.stamp().at(),
                last,
                deletedAt));
    }

    Stream<RoleUpdate> updated() {
        if (insert != null) {
            return Stream.empty();
        }
        return Stream.of(new RoleUpdate(
                id,
                update == null ? null : update.name(),
                update == null ? null : update.description(),
                last,
                deletedAt));
    }
}
