package io.neomt.view.cache;

import io.neomt.event.AccessGrantId;
import io.neomt.event.GrantId;
import io.neomt.event.Position;
import io.neomt.event.RoleId;
import io.neomt.event.TeamId;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.Effect;
import io.neomt.permission.Instance;
import io.neomt.permission.Permission;
import io.neomt.permission.PermissionPattern;
import io.neomt.permission.Terms;
import java.time.Instant;
import java.util.List;

/** One value of each kind, with and without terms. */
final class Samples {

    static final TenantId TENANT = TenantId.of("01890000-0000-7000-8000-000000000001");
    static final UserId USER = UserId.of("01890000-0000-7000-8000-000000000002");
    static final RoleId ROLE = RoleId.of("01890000-0000-7000-8000-000000000003");
    static final RoleId OTHER = RoleId.of("01890000-0000-7000-8000-000000000004");
    static final GrantId GRANT = GrantId.of("01890000-0000-7000-8000-000000000005");
    static final TeamId TEAM = TeamId.of("01890000-0000-7000-8000-000000000006");
    static final TeamId ABOVE = TeamId.of("01890000-0000-7000-8000-000000000007");
    static final AccessGrantId ACCESS = AccessGrantId.of("01890000-0000-7000-8000-000000000008");
    static final Instance DOC = new Instance("doc", "a/b c,d:ä");

    static final Terms FROM = Terms.of(Instant.ofEpochMilli(-1), null, null);
    static final Terms UNTIL = Terms.of(null, Instant.ofEpochMilli(1_800_000_000_001L), null);
    static final Terms WHEN = Terms.of(null, null, "subject.x == \"a,b\"");
    static final Terms ALL = Terms.of(Instant.ofEpochMilli(1), Instant.ofEpochMilli(2), "true");

    static final Permission PLAIN = Permission.grant(PermissionPattern.parse("posts.write.team"));
    static final Permission DENIED = Permission.denial(PermissionPattern.parse("users.*.own"));
    static final Permission ON_DOC = with(Effect.ALLOW, Terms.NONE);
    static final Permission LIMITED = with(Effect.DENY, UNTIL);

    private Samples() {}

    private static Permission with(Effect effect, Terms terms) {
        return new Permission(PermissionPattern.parse("doc.read.tenant"), effect, DOC, terms);
    }

    static CachedUser plainUser() {
        return new CachedUser(
                new Position(7),
                CachedUser.Status.DEACTIVATED,
                List.of(new CachedUser.RoleRef(ROLE, Terms.NONE), new CachedUser.RoleRef(OTHER, Terms.NONE)),
                List.of(new CachedUser.Membership(TEAM, Terms.NONE)),
                List.of(new CachedUser.Grant(GRANT, DENIED)),
                List.of());
    }

    static CachedUser user() {
        return new CachedUser(
                new Position(8),
                CachedUser.Status.ACTIVE,
                List.of(new CachedUser.RoleRef(ROLE, UNTIL), new CachedUser.RoleRef(OTHER, Terms.NONE)),
                List.of(new CachedUser.Membership(TEAM, WHEN), new CachedUser.Membership(ABOVE, ALL)),
                List.of(new CachedUser.Grant(GRANT, LIMITED), new CachedUser.Grant(GRANT, ON_DOC)),
                List.of(new CachedUser.Access(ACCESS, TENANT, LIMITED), new CachedUser.Access(ACCESS, TENANT, PLAIN)));
    }

    static CachedUser bareUser(CachedUser.Status status) {
        return new CachedUser(new Position(1), status, List.of(), List.of(), List.of(), List.of());
    }

    static CachedRole plainRole() {
        return new CachedRole(
                new Position(9), false, "lead", List.of(new CachedPermission(PLAIN, List.of("lead", "member"))));
    }

    static CachedRole role() {
        return new CachedRole(
                new Position(9),
                false,
                "lead",
                List.of(
                        new CachedPermission(LIMITED, List.of("lead"), List.of(FROM, WHEN)),
                        new CachedPermission(DENIED, List.of("lead", "member"), List.of(ALL)),
                        new CachedPermission(ON_DOC, List.of("lead"))));
    }

    static CachedRole deletedRole() {
        return new CachedRole(new Position(9), true, "lead", List.of());
    }

    static CachedTeam plainTeam() {
        return new CachedTeam(
                new Position(4),
                false,
                "db",
                List.of(TEAM, ABOVE),
                List.of(new CachedTeam.RoleRef(ROLE, List.of("db", "platform"), Terms.NONE)),
                List.of(new CachedPermission(PLAIN, List.of("db"))));
    }

    static CachedTeam team() {
        return new CachedTeam(
                new Position(4),
                false,
                "db",
                List.of(TEAM),
                List.of(new CachedTeam.RoleRef(ROLE, List.of("db"), FROM)),
                List.of(new CachedPermission(LIMITED, List.of("db"))));
    }

    static CachedTeam deletedTeam() {
        return new CachedTeam(new Position(4), true, "db", List.of(), List.of(), List.of());
    }
}
