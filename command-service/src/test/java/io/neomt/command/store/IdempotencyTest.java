package io.neomt.command.store;

import static io.neomt.command.kernel.CommonRejection.IDEMPOTENCY_KEY_REUSED;
import static io.neomt.command.kernel.CommonRejection.NAME_TAKEN;
import static io.neomt.command.store.World.ADMIN;
import static io.neomt.command.store.World.accepted;
import static io.neomt.command.store.World.code;
import static io.neomt.command.store.World.envelope;
import static io.neomt.command.store.World.user;
import static io.neomt.view.jooq.admin.admin.Tables.TENANTS;
import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.command.kernel.CommandEnvelope;
import io.neomt.command.kernel.IdempotencyKey;
import io.neomt.command.model.Outcome;
import io.neomt.command.model.Outcome.Accepted;
import io.neomt.command.user.UserCommand.CreateUser;
import io.neomt.event.TenantId;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IdempotencyTest {

    private final World world = new World();

    @AfterAll
    void end() {
        world.close();
    }

    @Test
    void theSameRequestIsAnsweredTheSameAndHappensOnce() {
        TenantId tenant = world.tenant("same");
        CreateUser ann = user("ann");
        Accepted first = world.accepted(envelope(tenant, ADMIN, ann, "key", null));
        world.send(tenant, user("bob"));

        Accepted again = world.accepted(envelope(tenant, ADMIN, ann, "key", null));

        assertThat(again.position()).isEqualTo(first.position());
        assertThat(again.changed()).isTrue();
        assertThat(String.valueOf(again.data().get("id")))
                .isEqualTo(ann.userId().toString());
        assertThat(world.positions(tenant)).hasSize(4);
    }

    @Test
    void anotherRequestWithTheSameKeyIsRefused() {
        TenantId tenant = world.tenant("other");
        world.accepted(envelope(tenant, ADMIN, user("ann"), "key", null));

        assertThat(code(world.one(envelope(tenant, ADMIN, user("bob"), "key", null))))
                .isEqualTo(IDEMPOTENCY_KEY_REUSED);
    }

    @Test
    void theSameRequestTwiceInAGroupHappensOnce() {
        TenantId tenant = world.tenant("twice");
        CommandEnvelope request = envelope(tenant, ADMIN, user("ann"), "key", null);

        List<Outcome> outcomes = world.store().execute(tenant, List.of(request, request));

        assertThat(outcomes.get(0)).isEqualTo(outcomes.get(1));
        assertThat(world.positions(tenant)).hasSize(3);
    }

    @Test
    void aRefusalIsNotKept() {
        TenantId tenant = world.tenant("refusal");
        CreateUser ann = user("ann");
        world.send(tenant, ann);
        CommandEnvelope request = envelope(tenant, ADMIN, user("ann"), "key", null);

        assertThat(code(world.one(request))).isEqualTo(NAME_TAKEN);
        assertThat(code(world.one(request))).isEqualTo(NAME_TAKEN);
        accepted(world.one(envelope(tenant, ADMIN, user("bob"), "key", null)));
    }

    @Test
    void aTenantRequestedManyTimesAtOnceIsMadeOnce() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Outcome>> outcomes = IntStream.range(0, 12)
                    .mapToObj(i -> threads.submit(() -> {
                        TenantId id = new TenantId(World.id());
                        return world.one(keyed(world.request(id, "many")));
                    }))
                    .toList();
            for (Future<Outcome> outcome : outcomes) {
                assertThat(accepted(outcome.get()).data())
                        .isEqualTo(accepted(outcomes.getFirst().get()).data());
            }
        }
        int made = world.database().read(dsl -> dsl.fetchCount(TENANTS, TENANTS.SLUG.eq("many")));
        assertThat(made).isEqualTo(1);
    }

    private static CommandEnvelope keyed(CommandEnvelope e) {
        return new CommandEnvelope(
                e.id(),
                e.tenant(),
                e.actor(),
                e.correlationId(),
                e.causationId(),
                e.traceparent(),
                e.time(),
                new IdempotencyKey("once", "aa"),
                e.ifMatch(),
                e.command());
    }
}
