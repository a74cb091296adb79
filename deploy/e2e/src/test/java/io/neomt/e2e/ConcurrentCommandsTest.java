package io.neomt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** 64 writers over 20 tenants: positions stay dense, the topic has the store's order, views are a fold of the log. */
class ConcurrentCommandsTest {

    private static final int WRITERS = 64;
    private static final int TENANTS = 20;
    private static final int COMMANDS = 30_000;

    private final TestPlatform platform = TestPlatform.shared();

    @Test
    void everyViewIsAFoldOfTheLog() throws Exception {
        List<TenantLoad> tenants = new ArrayList<>();
        for (int i = 0; i < TENANTS; i++) {
            Workspace workspace = Workspace.create(platform);
            tenants.add(new TenantLoad(workspace.commands::send, workspace.tenantId));
        }
        for (int i = 0; i < TENANTS; i++) {
            tenants.get(i).neighbour = tenants.get((i + 1) % TENANTS);
        }
        long seed = System.nanoTime();
        List<Callable<Integer>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            Random random = new Random(seed + writer);
            writers.add(() -> write(tenants, random));
        }
        int accepted = 0;
        try (ExecutorService executor = Executors.newFixedThreadPool(WRITERS)) {
            for (Future<Integer> writer : executor.invokeAll(writers)) {
                accepted += writer.get();
            }
        }
        assertThat(accepted).as("accepted commands, seed %d", seed).isGreaterThan(COMMANDS / 2);
        platform.invariants()
                .verify(tenants.stream().map(tenant -> tenant.tenantId).toList());
    }

    private static int write(List<TenantLoad> tenants, Random random) {
        int accepted = 0;
        for (int i = 0; i < COMMANDS / WRITERS; i++) {
            TenantLoad.Sent sent = tenants.get(random.nextInt(tenants.size())).send(random);
            assertThat(sent.answer().status()).as("%s", sent.answer().body()).isLessThan(500);
            accepted += sent.answer().succeeded() ? 1 : 0;
        }
        return accepted;
    }
}
