package io.neomt.provisioning.store;

import static io.neomt.view.jooq.admin.admin.Tables.PROVISIONING_OPERATIONS;
import static io.neomt.view.jooq.admin.admin.Tables.PROVISIONING_PLACES;
import static io.neomt.view.jooq.admin.admin.Tables.PROVISIONING_STEPS;
import static io.neomt.view.jooq.admin.admin.Tables.TENANTS;

import io.neomt.commons.connections.AdminDatabase;
import io.neomt.commons.connections.Residency;
import io.neomt.event.TenantId;
import io.neomt.provisioning.plan.StepResult;
import io.neomt.provisioning.run.Operations;
import io.neomt.provisioning.run.Reports.Failure;
import io.neomt.view.Region;
import io.neomt.view.jooq.admin.admin.tables.records.ProvisioningStepsRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Operations in the admin database. Times of leases are the database's, so that workers' clocks need not agree. */
public final class SqlOperations implements Operations {

    private static final int LONGEST = 2_000;
    private static final String OPEN = "open";

    private final AdminDatabase database;
    private final InstantSource clock;
    private final Supplier<UUID> ids;
    private final String owner;
    private final Duration lease;
    private final Residency residency;

    /**
     * @param owner this instance, unlike any other
     * @param lease how long an operation is its own, unless it takes it up again
     */
    public SqlOperations(
            AdminDatabase database, InstantSource clock, Supplier<UUID> ids, String owner, Duration lease) {
        this(database, clock, ids, owner, lease, Residency.EVERYWHERE);
    }

    /** @param residency whose tenants are worked for */
    public SqlOperations(
            AdminDatabase database,
            InstantSource clock,
            Supplier<UUID> ids,
            String owner,
            Duration lease,
            Residency residency) {
        this.residency = residency;
        this.database = database;
        this.clock = clock;
        this.ids = ids;
        this.owner = owner;
        this.lease = lease;
    }

    @Override
    public Optional<Claim> claim(TenantId tenant, Instant heardAt) {
        if (!residency.everywhere() && !isServed(tenant)) {
            // the workers of its own region make it
            return Optional.empty();
        }
        return database.write(dsl -> {
            ClaimQuery query = new ClaimQuery(dsl, owner, lease);
            Optional<Claim> claim = query.claim(tenant, ids.get(), heardAt);
            return claim.isEmpty() && closeWhatNobodyNeeds(dsl, tenant)
                    ? query.claim(tenant, ids.get(), heardAt)
                    : claim;
        });
    }

    private boolean isServed(TenantId tenant) {
        return database.read(dsl -> dsl.select(TENANTS.REGION)
                .from(TENANTS)
                .where(TENANTS.ID.eq(tenant.value()))
                .fetchOptional(row -> residency.serves(new Region(row.value1())))
                .orElse(false));
    }

    /**
     * The worker that did the last of it has ended before it could say so, or what was to be done is no longer wanted.
     *
     * @return whether there was any such
     */
    private boolean closeWhatNobodyNeeds(DSLContext dsl, TenantId tenant) {
        return dsl.execute("""
                UPDATE admin.provisioning_operations p SET finished_at = now(), state =
                  CASE WHEN p.kind IN ('provision', 'compensate') AND t.template_version IS NULL THEN 'failed' ELSE 'done' END
                FROM admin.tenants t
                WHERE t.id = p.tenant_id AND p.tenant_id = ? AND p.state = 'open'
                  AND (p.owner = ? OR p.lease_until < now())
                  AND p.kind <> ALL (CASE
                    WHEN t.status IN ('requested', 'provisioning', 'failed') THEN ARRAY['provision', 'compensate']
                    WHEN t.status = 'deprovisioning' THEN ARRAY['delete']
                    WHEN t.status = 'deleted' THEN ARRAY['purge'] ELSE ARRAY[]::text[] END)""", tenant.value(), owner) > 0;
    }

    @Override
    public boolean renew(Claim claim) {
        return database.write(
                dsl -> update(dsl, claim, Map.of(PROVISIONING_OPERATIONS.LEASE_UNTIL, ClaimQuery.leaseEnd(lease))));
    }

    @Override
    public boolean place(Claim claim, String connectionName) {
        return database.write(dsl -> {
            boolean mine = update(dsl, claim, Map.of(PROVISIONING_OPERATIONS.CONNECTION_NAME, connectionName));
            if (mine) {
                dsl.insertInto(PROVISIONING_PLACES)
                        .set(
                                PROVISIONING_PLACES.TENANT_ID,
                                claim.wish().tenant().value())
                        .set(PROVISIONING_PLACES.CONNECTION_NAME, connectionName)
                        .onConflictDoNothing()
                        .execute();
            }
            return mine;
        });
    }

    @Override
    public Optional<Claim> giveUp(Claim claim, List<StepResult> steps, Failure failure) {
        boolean mine = database.write(dsl -> update(
                        dsl,
                        claim,
                        Map.of(
                                PROVISIONING_OPERATIONS.KIND, ClaimQuery.column(Kind.COMPENSATE),
                                PROVISIONING_OPERATIONS.LEASE_UNTIL, ClaimQuery.leaseEnd(lease),
                                PROVISIONING_OPERATIONS.FAILED_STEP,
                                        failure.step().wireName(),
                                PROVISIONING_OPERATIONS.FAILED_REASON, cut(failure.reason())))
                && add(dsl, claim, steps));
        return mine ? Optional.of(givenUp(claim, failure)) : Optional.empty();
    }

    private static Claim givenUp(Claim claim, Failure failure) {
        return new Claim(
                claim.operation(),
                Kind.COMPENSATE,
                claim.epoch(),
                claim.attempts(),
                claim.connectionName(),
                claim.places(),
                claim.waitingFor(),
                Optional.of(failure),
                claim.wish());
    }

    @Override
    public void release(Claim claim, List<StepResult> steps, String reason, boolean counted, Duration next) {
        database.write(dsl -> update(
                        dsl,
                        claim,
                        Map.of(
                                PROVISIONING_OPERATIONS.LEASE_UNTIL, ClaimQuery.leaseEnd(next),
                                PROVISIONING_OPERATIONS.WAITING_FOR, cut(reason),
                                PROVISIONING_OPERATIONS.ATTEMPTS, claim.attempts() + (counted ? 1 : 0)))
                && add(dsl, claim, steps));
    }

    @Override
    public void finish(Claim claim, List<StepResult> steps, boolean succeeded) {
        database.write(dsl -> update(
                        dsl,
                        claim,
                        Map.of(
                                PROVISIONING_OPERATIONS.STATE,
                                succeeded ? "done" : "failed",
                                PROVISIONING_OPERATIONS.FINISHED_AT,
                                clock.instant()))
                && add(dsl, claim, steps));
    }

    private boolean update(DSLContext dsl, Claim claim, Map<? extends Field<?>, ?> values) {
        Condition mine = PROVISIONING_OPERATIONS
                .ID
                .eq(claim.operation())
                .and(PROVISIONING_OPERATIONS.EPOCH.eq(claim.epoch()))
                .and(PROVISIONING_OPERATIONS.STATE.eq(OPEN));
        return dsl.update(PROVISIONING_OPERATIONS).set(values).where(mine).execute() == 1;
    }

    /** One worker at a time writes of an epoch; when it takes the operation up again, that is another epoch. */
    private boolean add(DSLContext dsl, Claim claim, List<StepResult> steps) {
        List<ProvisioningStepsRecord> rows = new ArrayList<>();
        for (StepResult step : steps) {
            rows.add(new ProvisioningStepsRecord(
                    claim.operation(),
                    claim.epoch(),
                    rows.size() + 1 + offset(step),
                    step.step().wireName(),
                    step.outcome().wireName(),
                    step.millis(),
                    cut(step.detail()),
                    clock.instant()));
        }
        if (!rows.isEmpty()) {
            dsl.insertInto(PROVISIONING_STEPS)
                    .columns(PROVISIONING_STEPS.fields())
                    .valuesOfRecords(rows)
                    .execute();
        }
        return true;
    }

    /** What is taken back in the same epoch comes after what was made. */
    private static int offset(StepResult step) {
        return step.outcome() == StepResult.Outcome.COMPENSATED ? 100 : 0;
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
