package io.neomt.projection.permissionsets;

import io.neomt.event.Position;
import io.neomt.event.TenantId;
import java.util.function.Consumer;

/** Reads sets from a tenant's rows, always at one snapshot together with its position. */
public interface SetReader {

    /** Where the tenant's rows are. */
    Position position(TenantId tenant);

    /**
     * The sets of the affected users and resources, of the affected roles and every role that inherits from one of
     * those, of the affected teams and every team below one of those.
     */
    PermissionSets read(TenantId tenant, Affected affected);

    /**
     * All sets of the tenant, in pieces of bounded size and all from the same snapshot.
     *
     * @return the position of the snapshot
     */
    Position readAll(TenantId tenant, Consumer<PermissionSets> piece);
}
