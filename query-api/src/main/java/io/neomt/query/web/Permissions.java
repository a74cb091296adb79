package io.neomt.query.web;

import io.neomt.permission.PermissionCode;
import io.neomt.permission.ResourceAction;
import io.neomt.permission.Scope;

/** What callers need for each kind of read. */
final class Permissions {

    static final PermissionCode READ_ORGANIZATIONS = PermissionCode.parse("organizations.read.tenant");
    static final PermissionCode READ_TENANTS = PermissionCode.parse("tenants.read.tenant");
    static final PermissionCode READ_ROLES = PermissionCode.parse("roles.read.tenant");
    static final PermissionCode READ_TEAMS = PermissionCode.parse("teams.read.tenant");
    static final PermissionCode READ_CATALOGUE = PermissionCode.parse("permissions.read.tenant");
    static final PermissionCode READ_SETTINGS = PermissionCode.parse("settings.read.tenant");
    static final PermissionCode READ_RESOURCES = PermissionCode.parse("resources.read.tenant");
    static final PermissionCode READ_ACCESS = PermissionCode.parse("access.read.tenant");
    static final PermissionCode READ_AUDIT = PermissionCode.parse("audit.read.tenant");
    static final PermissionCode READ_TEMPLATES = PermissionCode.parse("templates.read.tenant");

    /** For checks and lists of permissions about others; about oneself everybody may ask. */
    static final PermissionCode CHECK = PermissionCode.parse("permissions.check.tenant");

    private static final ResourceAction USERS_READ = ResourceAction.parse("users.read");
    static final PermissionCode READ_USERS = USERS_READ.in(Scope.TENANT);
    static final PermissionCode READ_ONESELF = USERS_READ.in(Scope.OWN);

    private Permissions() {}
}
