package io.neomt.provisioning.config;

import io.neomt.provisioning.TestPlatform;
import io.neomt.testkit.backends.Backends;
import io.neomt.view.Migrations;
import java.time.Duration;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/** The platform's own tenant with some users, as the projection would have written them. */
record PlatformUsers(Backends backends, TestPlatform platform) {

    /** The admin by a role that inherits, the reader by a grant; two others with a denial and with a condition. */
    void make() {
        Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(backends.dataSource(platform.admin().sharedDatabase()))
                .locations("classpath:" + Migrations.TENANT.folder())
                .schemas("tenant_platform")
                .load()
                .migrate();
        var tenant = platform.request("platform", TestPlatform.REGION, Duration.ZERO);
        platform.update(
                "UPDATE admin.tenants SET status = 'active', connection_name = ?, template_version = ? WHERE id = ?",
                TestPlatform.CONNECTION,
                Migrations.TENANT.requiredVersion(),
                tenant.value());
        UUID role = role("operator");
        UUID parent = role("root");
        platform.updateTenants(
                "INSERT INTO tenant_platform.role_parents (role_id, parent_id) VALUES (?, ?)", role, parent);
        platform.updateTenants(
                "INSERT INTO tenant_platform.role_permissions (role_id, permission, effect, granted_at)"
                        + " VALUES (?, '*.*.*', 'allow', now())",
                parent);
        platform.updateTenants(
                "INSERT INTO tenant_platform.user_roles (user_id, role_id, assigned_at) VALUES (?, ?, now())",
                user("admin"),
                role);
        give(user("reader"), "connections.read.tenant", "allow", "");
        UUID denied = user("denied");
        give(denied, "connections.*.tenant", "allow", "");
        give(denied, "connections.read.tenant", "deny", "false");
        give(user("unsure"), "connections.read.tenant", "allow", "true");
    }

    private UUID role(String name) {
        UUID id = UUID.randomUUID();
        platform.updateTenants(
                "INSERT INTO tenant_platform.roles (id, name, description, version, created_at, updated_at)"
                        + " VALUES (?, ?, '', 1, now(), now())",
                id,
                name);
        return id;
    }

    private UUID user(String name) {
        UUID id = UUID.randomUUID();
        platform.updateTenants(
                "INSERT INTO tenant_platform.users (id, username, display_name, external_id, status, version,"
                        + " created_at, updated_at) VALUES (?, ?, ?, ?, 'active', 1, now(), now())",
                id,
                name,
                name,
                name);
        return id;
    }

    private void give(UUID user, String permission, String effect, String condition) {
        platform.updateTenants(
                "INSERT INTO tenant_platform.user_permissions (id, user_id, permission, effect, condition, granted_at)"
                        + " VALUES (gen_random_uuid(), ?, ?, ?, nullif(?, ''), now())",
                user,
                permission,
                effect,
                condition);
    }
}
