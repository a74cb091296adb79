package io.neomt.provisioning.store;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import io.neomt.event.TenantId;
import io.neomt.provisioning.plan.Step;
import io.neomt.provisioning.run.Operations.Claim;
import io.neomt.provisioning.run.Operations.Kind;
import io.neomt.provisioning.run.Reports.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

/** Claims what there is to do for a tenant, and reads all that is needed for it, in one statement. */
final class ClaimQuery {

    /**
     * The status says what there is to do. A tenant that failed is only to be cleaned up after, by whoever goes on with the
     * operation that gave it up. An operation that is open still is gone on with when it is for that; else it has to be
     * closed first.
     */
    private static final String CLAIM = """
            WITH todo AS (
              SELECT t.*, CASE
                WHEN t.status IN ('requested', 'provisioning') THEN 'provision'
                WHEN t.status = 'failed' AND EXISTS (SELECT FROM admin.provisioning_operations q
                  WHERE q.tenant_id = t.id AND q.state = 'open' AND q.kind = 'compensate') THEN 'compensate'
                WHEN t.status = 'deprovisioning' THEN 'delete'
                WHEN t.status = 'deleted' AND t.purge_requested_at IS NOT NULL THEN 'purge' END AS work
              FROM admin.tenants t WHERE t.id = {0}
            ), claimed AS (
              INSERT INTO admin.provisioning_operations AS p
                (id, tenant_id, kind, state, owner, epoch, lease_until, started_at)
              SELECT {1}, id, work, 'open', {2}, 1, {3}, {4} FROM todo WHERE work IS NOT NULL
              ON CONFLICT (tenant_id) WHERE state = 'open' DO UPDATE
                SET owner = EXCLUDED.owner, epoch = p.epoch + 1, lease_until = EXCLUDED.lease_until,
                  kind = CASE WHEN p.kind = 'compensate' AND (SELECT status FROM todo) = 'provisioning'
                    THEN p.kind ELSE EXCLUDED.kind END
                WHERE (p.owner = EXCLUDED.owner OR p.lease_until < now()) AND (p.kind = EXCLUDED.kind
                  OR p.kind IN ('provision', 'compensate') AND EXCLUDED.kind IN ('provision', 'compensate'))
              RETURNING id AS operation, kind, epoch, attempts, connection_name AS placed, waiting_for, failed_step,
                failed_reason
            )
            SELECT c.*, t.id, t.slug, t.name, t.schema_name, t.region, t.deployment_type, t.create_realm, t.first_admin,
              t.connection_name AS given,
              ARRAY(SELECT connection_name FROM admin.provisioning_places WHERE tenant_id = t.id
                UNION SELECT t.connection_name WHERE t.connection_name IS NOT NULL)::varchar[] AS places
            FROM claimed c, todo t""";

    private final DSLContext dsl;
    private final String owner;
    private final Duration lease;

    ClaimQuery(DSLContext dsl, String owner, Duration lease) {
        this.dsl = dsl;
        this.owner = owner;
        this.lease = lease;
    }

    Optional<Claim> claim(TenantId tenant, UUID operation, Instant heardAt) {
        return dsl.fetchOptional(CLAIM, val(tenant.value()), val(operation), val(owner), leaseEnd(lease), val(heardAt))
                .map(ClaimQuery::claim);
    }

    static Field<Instant> leaseEnd(Duration length) {
        return field("now() + {0} * interval '1 millisecond'", Instant.class, inline(length.toMillis()));
    }

    static String column(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static Claim claim(Record row) {
        return new Claim(
                row.get("operation", UUID.class),
                Kind.valueOf(row.get("kind", String.class).toUpperCase(Locale.ROOT)),
                row.get("epoch", Long.class),
                row.get("attempts", Integer.class),
                text(row, "placed").or(() -> text(row, "given")),
                List.of(row.get("places", String[].class)),
                text(row, "waiting_for"),
                text(row, "failed_step").map(step -> failure(step, row)),
                TenantRows.wish(row));
    }

    private static Failure failure(String step, Record row) {
        return new Failure(
                Step.valueOf(step.toUpperCase(Locale.ROOT)),
                text(row, "failed_reason").orElse(""));
    }

    private static Optional<String> text(Record row, String column) {
        return Optional.ofNullable(row.get(column, String.class));
    }
}
