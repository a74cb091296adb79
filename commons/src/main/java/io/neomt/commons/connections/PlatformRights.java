package io.neomt.commons.connections;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import io.neomt.commons.security.Caller;
import io.neomt.permission.Effect;
import io.neomt.permission.Entitlement;
import io.neomt.permission.PermissionCode;
import io.neomt.permission.PermissionPattern;
import io.neomt.permission.PermissionSet;
import io.neomt.permission.Source;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record2;

/**
 * What users of the platform may do, from the rows of the platform's own tenant. Conditions are not evaluated here: what is
 * given on a condition allows nothing, and denies as if it were fulfilled.
 */
public final class PlatformRights {

    private static final String IN_FORCE =
            "(x.valid_from IS NULL OR x.valid_from <= now())" + " AND (x.expires_at IS NULL OR x.expires_at > now())";
    /** Each way to a holder says whether it is one without conditions. */
    private static final String HELD = """
            WITH RECURSIVE
              me AS (SELECT id FROM users WHERE external_id = {0} AND status = 'active'),
              my_teams (id, sure) AS (
                SELECT x.team_id, x.condition IS NULL FROM team_members x JOIN me ON me.id = x.user_id WHERE %1$s
                UNION SELECT t.parent_id, m.sure FROM my_teams m JOIN teams t ON t.id = m.id
                  WHERE t.parent_id IS NOT NULL),
              assigned (id, sure) AS (
                SELECT x.role_id, x.condition IS NULL FROM user_roles x JOIN me ON me.id = x.user_id WHERE %1$s
                UNION SELECT x.role_id, m.sure AND x.condition IS NULL FROM team_roles x
                  JOIN my_teams m ON m.id = x.team_id WHERE %1$s),
              my_roles (id, sure) AS (
                SELECT id, sure FROM assigned
                UNION SELECT x.parent_id, m.sure AND x.condition IS NULL FROM role_parents x
                  JOIN my_roles m ON m.id = x.role_id WHERE %1$s),
              held (permission, effect, sure) AS (
                SELECT x.permission, x.effect, x.condition IS NULL FROM user_permissions x
                  JOIN me ON me.id = x.user_id WHERE x.resource_id IS NULL AND %1$s
                UNION ALL SELECT x.permission, x.effect, m.sure AND x.condition IS NULL FROM role_permissions x
                  JOIN my_roles m ON m.id = x.role_id WHERE x.resource_id IS NULL AND %1$s
                UNION ALL SELECT x.permission, x.effect, m.sure AND x.condition IS NULL FROM team_permissions x
                  JOIN my_teams m ON m.id = x.team_id WHERE x.resource_id IS NULL AND %1$s)
            SELECT permission, effect FROM held WHERE sure OR effect = 'deny'
            """.formatted(IN_FORCE);

    private static final Source FROM_ROWS = new Source.Direct(new UUID(0, 0));

    private final TenantDirectory directory;
    private final Connections connections;

    public PlatformRights(TenantDirectory directory, Connections connections) {
        this.directory = directory;
        this.connections = connections;
    }

    /** False also for somebody whom the platform does not know. */
    public boolean allows(String externalId, PermissionCode code) {
        return directory
                .find(Caller.PLATFORM_SLUG)
                .filter(Tenant::active)
                .map(platform -> connections.forTenant(platform).read(dsl -> held(dsl, externalId)))
                .filter(set -> set.check(code).allowed())
                .isPresent();
    }

    private static PermissionSet held(DSLContext dsl, String externalId) {
        List<Entitlement> entitlements = dsl.resultQuery(HELD, val(externalId))
                .coerce(field("permission", String.class), field("effect", String.class))
                .fetch(PlatformRights::entitlement);
        return new PermissionSet(entitlements);
    }

    private static Entitlement entitlement(Record2<String, String> row) {
        Effect effect = row.value2().equals("allow") ? Effect.ALLOW : Effect.DENY;
        return new Entitlement(PermissionPattern.parse(row.value1()), effect, FROM_ROWS);
    }
}
