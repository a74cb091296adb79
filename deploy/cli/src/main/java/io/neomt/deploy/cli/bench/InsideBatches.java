package io.neomt.deploy.cli.bench;

import io.neomt.commons.connections.TenantDirectory;
import io.neomt.deploy.cli.bench.Data.DataTenant;
import io.neomt.event.Position;
import io.neomt.event.TenantId;
import io.neomt.event.UserId;
import io.neomt.permission.PermissionCode;
import io.neomt.query.check.CheckRequest;
import io.neomt.query.check.Checks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;

/** Asks a query API from inside for many answers at once, on every processor, as often as it goes. */
final class InsideBatches {

    private final Checks checks;
    private final List<Batch> batches;

    private record Batch(TenantId tenant, List<CheckRequest> questions) {}

    /** @param questions in each batch, about users and permissions in turns; one batch for each tenant */
    InsideBatches(ApplicationContext queries, Data data, int questions) {
        checks = queries.getBean(Checks.class);
        TenantDirectory directory = queries.getBean(TenantDirectory.class);
        List<PermissionCode> codes =
                Data.CODES.stream().map(PermissionCode::parse).toList();
        batches = data.tenants().stream()
                .map(tenant -> new Batch(
                        directory.find(tenant.slug()).orElseThrow().id(), questions(tenant, codes, questions)))
                .toList();
    }

    private static List<CheckRequest> questions(DataTenant tenant, List<PermissionCode> codes, int count) {
        List<CheckRequest> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String user = tenant.users().get(i % tenant.users().size());
            all.add(new CheckRequest.OfCode(UserId.of(user), codes.get(i % codes.size())));
        }
        return all;
    }

    /** Decisions a second. */
    double perSecond(Duration time) throws InterruptedException {
        LongAdder decisions = new LongAdder();
        long begun = System.nanoTime();
        List<Thread> askers = IntStream.range(0, Runtime.getRuntime().availableProcessors())
                .mapToObj(i -> Thread.ofPlatform().start(() -> ask(i, begun + time.toNanos(), decisions)))
                .toList();
        for (Thread asker : askers) {
            asker.join();
        }
        return decisions.sum() / ((System.nanoTime() - begun) / 1e9);
    }

    private void ask(int first, long end, LongAdder decisions) {
        for (int i = first; System.nanoTime() < end; i++) {
            Batch batch = batches.get(i % batches.size());
            decisions.add(checks.decide(batch.tenant(), batch.questions(), Instant.now(), _ -> Position.NONE)
                    .value()
                    .size());
        }
    }
}
