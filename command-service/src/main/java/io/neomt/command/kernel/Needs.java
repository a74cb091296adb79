package io.neomt.command.kernel;

import io.neomt.permission.PermissionCode;
import java.util.Set;

/** What commands require of those who send them. */
public final class Needs {

    public static final Set<PermissionCode> ORGANIZATIONS = one("organizations.write.tenant");
    public static final Set<PermissionCode> TENANTS = one("tenants.write.tenant");
    public static final Set<PermissionCode> PROVISIONING = one("tenants.provision.tenant");
    public static final Set<PermissionCode> SETTINGS = one("settings.write.tenant");
    public static final Set<PermissionCode> USERS = one("users.write.tenant");
    public static final Set<PermissionCode> ROLES = one("roles.write.tenant");
    public static final Set<PermissionCode> GRANTS = one("grants.write.tenant");
    public static final Set<PermissionCode> TEAMS = one("teams.write.tenant");
    public static final Set<PermissionCode> CATALOGUE = one("permissions.write.tenant");
    public static final Set<PermissionCode> RESOURCES = one("resources.write.tenant");
    public static final Set<PermissionCode> ACCESS = one("access.write.tenant");
    public static final Set<PermissionCode> TEMPLATES = one("templates.write.tenant");

    public static final Set<PermissionCode> PROJECTIONS = one("projections.write.tenant");

    private Needs() {}

    private static Set<PermissionCode> one(String code) {
        return Set.of(PermissionCode.parse(code));
    }
}
