package io.neomt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.deploy.cli.client.Answer;
import io.neomt.deploy.cli.client.ApiClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * With the token of a command, no check answers from before it, whichever of two instances is asked: turns of a grant over
 * 32 threads, as many as {@code -Dtest.races} says. Meanwhile all permission sets are made anew, again and again.
 */
class RevocationRaceTest {

    private static final String PROJECTIONS = "/api/v1/admin/projections";
    private static final int THREADS = 32;
    private static final int TURNS = Integer.getInteger("test.races", 20_000);

    private final TestPlatform platform = TestPlatform.shared();

    @Test
    void noCheckWithTheTokenIsStale() throws Exception {
        try (ConfigurableApplicationContext second = platform.startQueryApi()) {
            List<ApiClient> instances = List.of(
                    platform.client().queries(platform.adminToken()),
                    platform.clientOf(second).queries(platform.adminToken()));
            List<Workspace> tenants =
                    List.of(Workspace.create(platform), Workspace.create(platform), Workspace.create(platform));
            List<Callable<Integer>> racers = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                Workspace tenant = tenants.get(thread % tenants.size());
                String name = "racer" + thread;
                racers.add(() -> staleAnswers(tenant, instances, name));
            }
            int stale = 0;
            try (ExecutorService executor = Executors.newFixedThreadPool(THREADS + 1)) {
                AtomicBoolean over = new AtomicBoolean();
                Future<Integer> rebuilds = executor.submit(() -> rebuilds(tenants, over));
                List<Future<Integer>> raced = executor.invokeAll(racers);
                // before anything can fail, or nobody would ever end them
                over.set(true);
                for (Future<Integer> racer : raced) {
                    stale += racer.get();
                }
                assertThat(rebuilds.get()).isPositive();
            }
            assertThat(stale).as("stale answers in %d", TURNS).isZero();
        }
    }

    /**
     * Of the sets that are raced for, one tenant after the other; those of other tests may be where nobody reaches them.
     *
     * @return how many came to their end, each without a difference
     */
    private int rebuilds(List<Workspace> tenants, AtomicBoolean over) {
        int done = 0;
        while (!over.get()) {
            String tenant = tenants.get(done % tenants.size()).tenantId;
            JsonNode begun = projections()
                    .post(PROJECTIONS + "/permissionsets/rebuilds", Map.of("tenant", tenant, "verify", true), Map.of())
                    .orRefuse()
                    .data();
            String path = PROJECTIONS + "/rebuilds/"
                    + begun.path("rebuild").path("id").asString();
            Waiting.until("the end of " + path, () -> !state(path).equals("running"));
            JsonNode ended = projections().get(path, Map.of()).orRefuse().data();
            assertThat(ended.path("rebuild").path("state").asString())
                    .as(ended.toString())
                    .isEqualTo("done");
            assertThat(ended.path("differing").size()).as(ended.toString()).isZero();
            done++;
        }
        return done;
    }

    private String state(String path) {
        return projections()
                .get(path, Map.of())
                .orRefuse()
                .data()
                .path("rebuild")
                .path("state")
                .asString();
    }

    private ApiClient projections() {
        return platform.client().service("projection-service").as(platform.adminToken());
    }

    private static int staleAnswers(Workspace tenant, List<ApiClient> instances, String name) {
        String user = tenant.createUser(name).id();
        String role =
                tenant.createRole(name, List.of("doors.open.tenant"), List.of()).id();
        int stale = 0;
        for (int turn = 0; turn < TURNS / THREADS / 2; turn++) {
            boolean byRole = turn % 2 == 0;
            // the instance that has just said yes is the one that may remember it
            ApiClient asked = instances.get(turn / 2 % instances.size());
            Answer given = byRole ? tenant.assign(user, role) : tenant.grant(user, "doors.open.tenant", "allow");
            stale += tenant.isAllowed(asked, user, "doors.open.own", given) ? 0 : 1;
            Answer taken = byRole ? tenant.unassign(user, role) : tenant.revoke(user, given.id());
            stale += tenant.isAllowed(asked, user, "doors.open.own", taken) ? 1 : 0;
        }
        return stale;
    }
}
