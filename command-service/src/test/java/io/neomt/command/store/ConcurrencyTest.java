package io.neomt.command.store;

import static io.neomt.command.kernel.CommonRejection.NAME_TAKEN;
import static io.neomt.command.store.World.ADMIN;
import static io.neomt.command.store.World.code;
import static io.neomt.command.store.World.envelope;
import static io.neomt.command.store.World.user;
import static io.neomt.view.jooq.admin.eventstore.Tables.EVENT;
import static io.neomt.view.jooq.admin.eventstore.Tables.TENANT_HEAD;
import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.command.model.Outcome;
import io.neomt.command.model.Outcome.Accepted;
import io.neomt.command.model.Outcome.Refused;
import io.neomt.command.model.Outcome.Unavailable;
import io.neomt.event.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConcurrencyTest {

    private final World world = new World();

    @AfterAll
    void end() {
        world.close();
    }

    @Test
    void twoStoresOnOneDatabaseLeaveOneDenseSequenceAndGiveEachNameOnce() throws Exception {
        TenantId tenant = world.tenant("race");
        List<EventStore> stores =
                List.of(world.store(World::id, (any, due) -> {}), world.store(World::id, (any, due) -> {}));

        List<Outcome> outcomes = atOnce(IntStream.range(0, 200)
                .mapToObj(i -> (Callable<Outcome>) () -> stores.get(i % 2)
                        .execute(tenant, List.of(envelope(tenant, ADMIN, user("user-" + i / 2))))
                        .getFirst())
                .toList());

        assertThat(outcomes.stream().filter(Accepted.class::isInstance)).hasSize(100);
        assertThat(outcomes.stream().filter(Refused.class::isInstance))
                .allMatch(refused -> code(refused).equals(NAME_TAKEN));
        assertThat(world.positions(tenant)).hasSize(102);
        world.assertDense(tenant);
    }

    @Test
    void commandsThatWaitCommitTogether() throws Exception {
        TenantId tenant = world.tenant("group");
        try (CommandQueues queues = new CommandQueues(world.store(), 64, 1000)) {
            List<Outcome> outcomes = atOnce(IntStream.range(0, 500)
                    .mapToObj(i -> (Callable<Outcome>) () -> queues.submit(envelope(tenant, ADMIN, user("user-" + i))))
                    .toList());

            assertThat(outcomes).allMatch(Accepted.class::isInstance);
        }
        world.assertDense(tenant);
        assertThat(transactions(tenant)).isLessThan(250);
    }

    @Test
    void manyTenantsAndAPlatformThatChangesMeanwhileDoNotStopEachOther() throws Exception {
        List<TenantId> tenants =
                IntStream.range(0, 8).mapToObj(i -> world.tenant("many-" + i)).toList();
        try (CommandQueues queues = new CommandQueues(world.store(), 16, 1000)) {
            List<Callable<Outcome>> work = new ArrayList<>();
            for (int i = 0; i < 400; i++) {
                TenantId tenant = i % 20 == 0 ? TenantId.PLATFORM : tenants.get(i % tenants.size());
                String name = "everywhere-" + i;
                work.add(() -> queues.submit(
                        tenant.equals(TenantId.PLATFORM)
                                ? envelope(tenant, new io.neomt.command.kernel.Actor.Internal("test"), user(name))
                                : envelope(tenant, ADMIN, user(name))));
            }
            assertThat(atOnce(work)).allMatch(Accepted.class::isInstance);
        }
        tenants.forEach(world::assertDense);
        world.assertDense(TenantId.PLATFORM);
    }

    @Test
    void whenTooManyWaitTheNextIsToldToComeBack() throws Exception {
        TenantId tenant = world.tenant("full");
        try (CommandQueues queues = new CommandQueues(world.store(), 1, 2);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Outcome>> waiting = new ArrayList<>();
            AtomicBoolean refused = new AtomicBoolean();
            world.database().write(dsl -> {
                dsl.select(TENANT_HEAD.POSITION)
                        .from(TENANT_HEAD)
                        .where(TENANT_HEAD.TENANT_ID.eq(tenant.value()))
                        .forUpdate()
                        .fetch();
                // one is taken to work and two wait, so of four one is refused whatever comes first
                List<Future<Outcome>> sent = IntStream.range(0, 4)
                        .mapToObj(i -> threads.submit(() -> queues.submit(envelope(tenant, ADMIN, user("user-" + i)))))
                        .toList();
                waiting.addAll(sent);
                refused.set(firstDone(sent) instanceof Unavailable);
                return 0;
            });
            assertThat(refused).isTrue();
            long unavailable = 0;
            for (Future<Outcome> outcome : waiting) {
                unavailable += outcome.get() instanceof Unavailable ? 1 : 0;
            }
            assertThat(unavailable).isBetween(1L, 2L);
        }
        world.assertDense(tenant);
    }

    private static Outcome firstDone(List<Future<Outcome>> sent) {
        while (true) {
            for (Future<Outcome> outcome : sent) {
                if (outcome.isDone()) {
                    return outcome.resultNow();
                }
            }
            Thread.onSpinWait();
        }
    }

    @Test
    void aConnectionLostBeforeTheCommitIsNoticedAndTheCommandTriedAgain() {
        TenantId tenant = world.tenant("lost");
        AtomicBoolean killed = new AtomicBoolean();
        EventStore store = world.store(
                () -> {
                    if (killed.compareAndSet(false, true)) {
                        killOtherConnections();
                    }
                    return World.id();
                },
                (any, due) -> {});

        assertThat(store.execute(tenant, List.of(envelope(tenant, ADMIN, user("ann")))))
                .allMatch(Accepted.class::isInstance);
        assertThat(world.positions(tenant)).containsExactly(1L, 2L, 3L);
    }

    private void killOtherConnections() {
        world.database()
                .write(dsl -> dsl.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND pid <> pg_backend_pid()"));
    }

    private int transactions(TenantId tenant) {
        return world.database().read(dsl -> dsl.select(DSL.countDistinct(DSL.field("xmin::text")))
                .from(EVENT)
                .where(EVENT.TENANT_ID.eq(tenant.value()))
                .fetchSingle()
                .value1());
    }

    private static List<Outcome> atOnce(List<Callable<Outcome>> work) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> outcome : threads.invokeAll(work)) {
                outcomes.add(outcome.get());
            }
            return outcomes;
        }
    }
}
