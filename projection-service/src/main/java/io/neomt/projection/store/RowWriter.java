package io.neomt.projection.store;

import io.neomt.projection.tenantschema.Rows;
import org.jooq.DSLContext;

/**
 * Writes a batch's rows into the schema of the transaction. A put replaces, since within one batch a row may have been
 * removed and put again.
 */
final class RowWriter {

    private RowWriter() {}

    static void write(DSLContext dsl, Rows rows) {
        UserRows.insert(dsl, rows.newUsers());
        UserRows.update(dsl, rows.userUpdates());
        RoleRows.insert(dsl, rows.newRoles());
        RoleRows.update(dsl, rows.roleUpdates());
        UserRows.removeRoles(dsl, rows.userRolesRemoved());
        UserRows.putRoles(dsl, rows.userRoles());
        UserRows.removeGrants(dsl, rows.grantsRemoved());
        UserRows.putGrants(dsl, rows.grants());
        RoleRows.removePermissions(dsl, rows.rolePermissionsRemoved());
        RoleRows.putPermissions(dsl, rows.rolePermissions());
        RoleRows.removeParents(dsl, rows.roleParentsRemoved());
        RoleRows.putParents(dsl, rows.roleParents());
    }
}
