package io.neomt.permission;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the platform's own commands and queries ask for: every tenant's catalogue knows these codes. */
public final class PlatformPermissions {

    private static final Map<ResourceAction, String> DESCRIPTIONS = all();

    private PlatformPermissions() {}

    /** The codes in a fixed order, each with what it lets somebody do. */
    public static Map<ResourceAction, String> descriptions() {
        return DESCRIPTIONS;
    }

    public static boolean knows(ResourceAction code) {
        return DESCRIPTIONS.containsKey(code);
    }

    private static Map<ResourceAction, String> all() {
        Map<ResourceAction, String> all = new LinkedHashMap<>();
        add(all, "organizations.read", "See organizations");
        add(all, "organizations.write", "Create organizations");
        add(all, "tenants.read", "See tenants");
        add(all, "tenants.write", "Request tenants");
        add(all, "tenants.provision", "Activate tenants whose schema exists");
        add(all, "connections.read", "See the databases that hold tenants, and the regions they lie in");
        add(all, "connections.write", "Register, change, drain and remove databases and regions");
        add(all, "migrations.read", "See which schemas are at which version, and the runs that migrate them");
        add(all, "migrations.write", "Begin, pause, resume and abort runs of migrations");
        add(all, "projections.read", "See how far the views of tenants are, and which are parked");
        add(all, "projections.write", "Retry, skip and patch what is parked, and rebuild views");
        add(all, "users.read", "See users and what they hold");
        add(all, "users.write", "Create, change, deactivate and delete users");
        add(all, "roles.read", "See roles");
        add(all, "roles.write", "Create, change and delete roles");
        add(all, "grants.write", "Give roles and permissions to users and teams and take them back");
        add(all, "teams.read", "See teams and their members");
        add(all, "teams.write", "Create, change, move, merge and delete teams, and choose their members");
        add(all, "permissions.read", "See the catalogue of permissions");
        add(all, "permissions.write", "Define and withdraw permissions");
        add(all, "permissions.check", "Check what others may do");
        add(all, "settings.read", "See the tenant's settings");
        add(all, "settings.write", "Change the tenant's settings");
        add(all, "resources.read", "See registered resources");
        add(all, "resources.write", "Register and remove resources");
        add(all, "access.read", "See what users of other tenants may do here");
        add(all, "access.write", "Let users of other tenants in and out");
        add(all, "audit.read", "Search and export what happened, and see who could do what at which time");
        add(all, "templates.read", "See the templates of roles");
        add(all, "templates.write", "Define and remove templates of roles");
        return Collections.unmodifiableMap(all);
    }

    private static void add(Map<ResourceAction, String> all, String code, String description) {
        all.put(ResourceAction.parse(code), description);
    }
}
