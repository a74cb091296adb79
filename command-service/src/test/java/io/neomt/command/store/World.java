package io.neomt.command.store;

import static io.neomt.view.jooq.admin.eventstore.Tables.EVENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import io.neomt.command.kernel.Actor;
import io.neomt.command.kernel.Command;
import io.neomt.command.kernel.CommandEnvelope;
import io.neomt.command.kernel.IdempotencyKey;
import io.neomt.command.kernel.RejectionCode;
import io.neomt.command.kernel.Slug;
import io.neomt.command.model.Bootstrap;
import io.neomt.command.model.Outcome;
import io.neomt.command.model.Outcome.Accepted;
import io.neomt.command.model.Outcome.Refused;
import io.neomt.command.tenant.Life.Activation;
import io.neomt.command.tenant.ProvisioningCommand.Opening;
import io.neomt.command.tenant.ProvisioningCommand.ReportProvisioning;
import io.neomt.command.tenant.TenantCommand.RequestTenant;
import io.neomt.command.user.UserCommand.CreateUser;
import io.neomt.commons.connections.AdminDatabase;
import io.neomt.commons.connections.Pools;
import io.neomt.condition.CelConditions;
import io.neomt.deploy.embedded.StackSeed;
import io.neomt.event.DeploymentType;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.event.codec.AvroEventCodec;
import io.neomt.event.codec.EventCodec;
import io.neomt.permission.ConditionLanguage;
import io.neomt.testkit.backends.Backends;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.jooq.SQLDialect;
import org.jooq.impl.DefaultConfiguration;
import org.jspecify.annotations.Nullable;

/** An event store on a database of its own, with a platform that has begun. */
public final class World implements AutoCloseable {

    public static final Actor ADMIN = new Actor.User(TenantId.PLATFORM, "admin");
    public static final Instant TIME = Instant.parse("2026-01-02T03:04:05.123456Z");

    private static final ConditionLanguage CONDITIONS = new CelConditions();

    private final EventCodec codec = new AvroEventCodec();
    private final AdminDatabase database;
    private final EventStore store;

    public World() {
        database = open(Backends.shared().freshAdminDatabase());
        store = store(UuidCreator::getTimeOrderedEpoch, (tenant, due) -> {});
        assertThat(store.execute(
                        TenantId.PLATFORM,
                        new Bootstrap("admin", "admin").commands(TIME, UuidCreator::getTimeOrderedEpoch)))
                .allMatch(Accepted.class::isInstance);
    }

    private static AdminDatabase open(io.neomt.testkit.backends.AdminDatabase fresh) {
        Pools.Login login = new Pools.Login(fresh.jdbcUrl(), fresh.username(), fresh.password());
        return new AdminDatabase(
                Pools.open("command-service-test", login, 1, 20), new DefaultConfiguration().set(SQLDialect.POSTGRES));
    }

    public AdminDatabase database() {
        return database;
    }

    public EventStore store() {
        return store;
    }

    /** Another store on the same database, as another process would have it. */
    public EventStore store(Supplier<UUID> eventIds, EventStore.Appended whenAppended) {
        return new EventStore(database, codec, CONDITIONS, eventIds, whenAppended);
    }

    /** A new active tenant. */
    public TenantId tenant(String slug) {
        TenantId id = new TenantId(id());
        accepted(request(id, slug));
        accepted(envelope(id, ADMIN, opened(id)));
        return id;
    }

    private static ReportProvisioning opened(TenantId id) {
        Activation activation = new Activation(StackSeed.CONNECTION, "1");
        return new ReportProvisioning(
                id, null, List.of(), null, new Opening(activation, List.of(), new UserId(id()), null));
    }

    public CommandEnvelope request(TenantId id, String slug) {
        return envelope(
                id,
                ADMIN,
                new RequestTenant(id, slug, new Slug(slug), null, StackSeed.REGION, DeploymentType.SCHEMA, true));
    }

    public static UUID id() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    public static CreateUser user(String username) {
        return new CreateUser(new UserId(id()), username, null, username, username);
    }

    public static CommandEnvelope envelope(TenantId tenant, Actor actor, Command command) {
        return envelope(tenant, actor, command, null, null);
    }

    public static CommandEnvelope envelope(
            TenantId tenant, Actor actor, Command command, @Nullable String key, @Nullable Long ifMatch) {
        IdempotencyKey idempotency =
                key == null ? null : new IdempotencyKey(key, String.format("%08x", command.hashCode()));
        return new CommandEnvelope(
                id(), tenant, actor, "correlation", "causation", null, TIME, idempotency, ifMatch, command);
    }

    /** Sends commands of the platform's administrator in one group. */
    public List<Outcome> send(TenantId tenant, Command... commands) {
        return store.execute(
                tenant,
                List.of(commands).stream()
                        .map(command -> envelope(tenant, ADMIN, command))
                        .toList());
    }

    public Outcome one(CommandEnvelope envelope) {
        return store.execute(envelope.tenant(), List.of(envelope)).getFirst();
    }

    public Accepted accepted(CommandEnvelope envelope) {
        return accepted(one(envelope));
    }

    public static Accepted accepted(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Accepted.class);
        return (Accepted) outcome;
    }

    public static RejectionCode code(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Refused.class);
        return ((Refused) outcome).rejection().code();
    }

    /** The positions of the tenant's events, in order. */
    public List<Long> positions(TenantId tenant) {
        return database.read(dsl -> dsl.select(EVENT.POSITION)
                .from(EVENT)
                .where(EVENT.TENANT_ID.eq(tenant.value()))
                .orderBy(EVENT.POSITION)
                .fetch(EVENT.POSITION));
    }

    /** The wire names of the tenant's events, in order. */
    public List<String> types(TenantId tenant) {
        return database.read(dsl -> dsl.select(EVENT.TYPE)
                .from(EVENT)
                .where(EVENT.TENANT_ID.eq(tenant.value()))
                .orderBy(EVENT.POSITION)
                .fetch(EVENT.TYPE));
    }

    public void assertDense(TenantId tenant) {
        long head = store.head(tenant).value();
        assertThat(positions(tenant))
                .isEqualTo(LongStream.rangeClosed(1, head).boxed().toList());
    }

    @Override
    public void close() {
        database.close();
    }
}
