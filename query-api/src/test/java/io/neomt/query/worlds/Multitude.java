package io.neomt.query.worlds;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jooq.DSLContext;

/**
 * Very many users, written in bulk. Readers have their permission by a role or by a team above theirs; some are denied
 * it, and some deactivated. Auditors have theirs by a role that inherits it, or by themselves; with some it has expired.
 */
final class Multitude {

    static final int SIZE = 100_000;
    static final int AUDITORS = SIZE / 200;

    private static final List<String> SCRIPT = List.of(
            // what refers to what is not checked row by row
            "ALTER TABLE user_roles DROP CONSTRAINT user_roles_user_id_fkey",
            "ALTER TABLE user_roles DROP CONSTRAINT user_roles_role_id_fkey",
            "ALTER TABLE team_members DROP CONSTRAINT team_members_user_id_fkey",
            "ALTER TABLE team_members DROP CONSTRAINT team_members_team_id_fkey",
            """
            INSERT INTO users (id, username, email, display_name, external_id, status, version, created_at, updated_at)
            SELECT md5('user' || i)::uuid, 'user' || i, 'user' || i || '@example.test', 'User ' || i, 'x' || i,
                CASE WHEN i % 50 = 5 THEN 'deactivated' ELSE 'active' END, 1, now(), now()
            FROM generate_series(1, 100000) i""",
            """
            INSERT INTO roles (id, name, description, version, created_at, updated_at)
            SELECT md5(name)::uuid, name, '', 1, now(), now()
            FROM unnest(ARRAY['everyone', 'reader', 'auditor', 'inspector']) name""",
            """
            INSERT INTO role_permissions (role_id, permission, effect, granted_at)
            SELECT md5(name)::uuid, permission, 'allow', now()
            FROM (VALUES ('everyone', 'mail.*.own'), ('reader', 'docs.*.tenant'), ('inspector', 'audits.run.*'))
                given (name, permission)""",
            "INSERT INTO role_parents (role_id, parent_id) VALUES (md5('auditor')::uuid, md5('inspector')::uuid)",
            """
            INSERT INTO user_roles (user_id, role_id, assigned_at)
            SELECT md5('user' || i)::uuid, md5(name)::uuid, now()
            FROM generate_series(1, 100000) i, unnest(ARRAY['everyone', 'reader', 'auditor']) name
            WHERE name = 'everyone' AND i % 10 > 5 OR name = 'reader' AND i % 10 IN (0, 2, 4) OR name = 'auditor' AND i % 400 = 0""",
            """
            INSERT INTO teams (id, name, description, parent_id, version, created_at, updated_at)
            VALUES (md5('staff')::uuid, 'staff', '', NULL, 1, now(), now()),
                (md5('field')::uuid, 'field', '', md5('staff')::uuid, 1, now(), now())""",
            """
            INSERT INTO team_permissions (team_id, permission, effect, granted_at)
            VALUES (md5('staff')::uuid, 'docs.read.team', 'allow', now())""",
            """
            INSERT INTO team_members (team_id, user_id, team_role, joined_at)
            SELECT md5('field')::uuid, md5('user' || i)::uuid, 'member', now()
            FROM generate_series(1, 100000) i WHERE i % 10 IN (1, 3, 5)""",
            """
            INSERT INTO user_permissions
                (id, user_id, permission, effect, resource_type, resource_id, expires_at, granted_at)
            SELECT md5('grant' || i)::uuid, md5('user' || i)::uuid,
                CASE WHEN i % 100 = 3 THEN 'docs.read.tenant' ELSE 'audits.*.tenant' END,
                CASE WHEN i % 100 = 3 THEN 'deny' ELSE 'allow' END,
                CASE WHEN i % 2000 = 900 THEN 'doc' END,
                CASE WHEN i % 2000 = 900 THEN '1' END,
                CASE WHEN i % 2000 = 100 THEN timestamptz '2020-01-01' END,
                now()
            FROM generate_series(1, 100000) i
            WHERE i % 100 = 3 OR i % 400 = 200 OR i % 2000 IN (100, 900)""",
            "INSERT INTO projection_position VALUES ('tenantschema', 1, now())",
            "ANALYZE users, roles, role_permissions, user_roles, teams, team_members, user_permissions");

    private Multitude() {}

    static void write(DSLContext dsl) {
        SCRIPT.forEach(dsl::execute);
    }

    static boolean mayAudit(int number) {
        return number % 200 == 0;
    }

    static boolean mayRead(int number) {
        return number % 10 < 6 && number % 100 != 3 && number % 50 != 5;
    }

    /** In their order. */
    static List<String> ids(IntPredicate which) {
        return IntStream.rangeClosed(1, SIZE)
                .filter(which)
                .mapToObj(Multitude::id)
                .sorted()
                .toList();
    }

    private static String id(int number) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(("user" + number).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}
