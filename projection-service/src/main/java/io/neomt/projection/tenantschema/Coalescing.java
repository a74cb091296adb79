package io.neomt.projection.tenantschema;

import io.neomt.event.EventEnvelope;
import io.neomt.event.GrantId;
import io.neomt.event.RoleId;
import io.neomt.event.UserId;
import io.neomt.projection.tenantschema.RowChange.OfRole;
import io.neomt.projection.tenantschema.RowChange.OfUser;
import io.neomt.projection.tenantschema.RowChange.PutGrant;
import io.neomt.projection.tenantschema.RowChange.PutRoleParent;
import io.neomt.projection.tenantschema.RowChange.PutRolePermission;
import io.neomt.projection.tenantschema.RowChange.PutUserRole;
import io.neomt.projection.tenantschema.RowChange.RemoveGrant;
import io.neomt.projection.tenantschema.RowChange.RemoveRoleParent;
import io.neomt.projection.tenantschema.RowChange.RemoveRolePermission;
import io.neomt.projection.tenantschema.RowChange.RemoveUserRole;
import io.neomt.projection.tenantschema.Rows.RoleParent;
import io.neomt.projection.tenantschema.Rows.RolePermission;
import io.neomt.projection.tenantschema.Rows.UserRole;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Folds the changes of a batch, in order, into what is left of them at its end. */
public final class Coalescing {

    private final Map<UserId, UserFold> users = new LinkedHashMap<>();
    private final Map<RoleId, RoleFold> roles = new LinkedHashMap<>();
    private final Links<UserRole, PutUserRole> userRoles = new Links<>();
    private final Links<GrantId, PutGrant> grants = new Links<>();
    private final Links<RolePermission, PutRolePermission> permissions = new Links<>();
    private final Links<RoleParent, PutRoleParent> parents = new Links<>();

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
            case PutUserRole c -> userRoles.put(new UserRole(c.user(), c.role()), c);
            case RemoveUserRole c -> userRoles.remove(new UserRole(c.user(), c.role()));
            case PutGrant c -> grants.put(c.grant(), c);
            case RemoveGrant c -> grants.remove(c.grant());
            case PutRolePermission c -> permissions.put(new RolePermission(c.role(), c.permission()), c);
            case RemoveRolePermission c -> permissions.remove(new RolePermission(c.role(), c.permission()));
            case PutRoleParent c -> parents.put(new RoleParent(c.role(), c.parent()), c);
            case RemoveRoleParent c -> parents.remove(new RoleParent(c.role(), c.parent()));
        }
    }

    private Rows rows() {
        return new Rows(
                users.values().stream().flatMap(UserFold::inserted).toList(),
                users.values().stream().flatMap(UserFold::updated).toList(),
                roles.values().stream().flatMap(RoleFold::inserted).toList(),
                roles.values().stream().flatMap(RoleFold::updated).toList(),
                userRoles.removed(),
                userRoles.present(),
                grants.removed(),
                grants.present(),
                permissions.removed(),
                permissions.present(),
                parents.removed(),
                parents.present());
    }
}
