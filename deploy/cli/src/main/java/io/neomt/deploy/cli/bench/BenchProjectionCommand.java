package io.neomt.deploy.cli.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;

/** {@code neo bench projection}: how many events the live views take in within a second. */
@Command(
        name = "projection",
        mixinStandardHelpOptions = true,
        description = {
            "Lets the projection service wait until the topic holds a backlog of some tenants, then lets it go on. All views",
            "are made side by side, as always; each is measured from its first event to its last. Beside it the topic is read",
            "and copied into a table by nothing but a consumer and COPY."
        },
        footerHeading = "%nExample:%n",
        footer = "  ./neo bench projection --quick")
public final class BenchProjectionCommand extends Bench {

    private static final String PREFIX = "live";
    private static final int TENANTS = 20;
    private static final int CLIENTS = 256;
    private static final double GOAL = 20_000;
    private static final Duration LOOK = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Override
    public List<Row> run(Ground ground) throws IOException, SQLException, InterruptedException {
        OwnTenants tenants = OwnTenants.make(ground, PREFIX, TENANTS);
        LiveViews views = new LiveViews(ground.platform().services());
        Writers writers = new Writers(new CommandSide(ground.platform().services()), tenants.ids());
        views.await(tenants.ids(), tenants.events());
        // what is compiled on the way is not what is measured
        Map<String, Double> unused = measure(tenants, views, writers, ground.pick(5_000, 30_000));
        Map<String, Double> perSecond = measure(tenants, views, writers, ground.pick(20_000, 100_000));
        double bare = new BareReading(ground.stack(), ground.platform().client().topic())
                .perSecond(ground.pick(20_000, 100_000));
        List<Row> rows = new ArrayList<>();
        for (String view : LiveViews.NAMES) {
            double figure = perSecond.getOrDefault(view, 0.0);
            rows.add(Row.of("live " + view + ", with all views", figure, "events/s")
                    .beside("bare consumer and COPY", bare)
                    .goal("≥ 20,000/s", figure >= GOAL));
        }
        return rows;
    }

    private static Map<String, Double> measure(OwnTenants tenants, LiveViews views, Writers writers, long events)
            throws SQLException, InterruptedException {
        views.pause();
        long before = tenants.events();
        try (ClosedLoop load = new ClosedLoop(writers.clients(CLIENTS, tenants.ids()))) {
            while (load.answered() < events) {
                LockSupport.parkNanos(LOOK.toNanos());
            }
        }
        awaitPublished(tenants);
        Map<String, Pace> paces = new HashMap<>();
        LiveViews.NAMES.forEach(view -> paces.put(view, new Pace(before)));
        views.resume();
        watch(tenants, views, paces);
        Map<String, Double> perSecond = new HashMap<>();
        paces.forEach((view, pace) -> perSecond.put(view, pace.perSecond()));
        return perSecond;
    }

    private static void awaitPublished(OwnTenants tenants) throws SQLException {
        while (tenants.published() < tenants.events()) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private static void watch(OwnTenants tenants, LiveViews views, Map<String, Pace> paces) throws SQLException {
        long end = tenants.events();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!paces.values().stream().allMatch(pace -> pace.last >= end)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the views do not come to their end");
            }
            LockSupport.parkNanos(LOOK.toNanos());
            Map<String, Long> done = views.done(tenants.ids());
            long now = System.nanoTime();
            paces.forEach((view, pace) -> pace.seen(done.getOrDefault(view, 0L), now));
        }
    }

    /** How one view moved, from the last look at which nothing was done yet. */
    private static final class Pace {

        private final long first;
        private long last;
        private long begun = System.nanoTime();
        private long ended;

        private Pace(long first) {
            this.first = first;
            this.last = first;
        }

        private void seen(long done, long now) {
            if (done <= first) {
                begun = now;
            } else if (done > last) {
                last = done;
                ended = now;
            }
        }

        private double perSecond() {
            return (last - first) / ((ended - begun) / 1e9);
        }
    }
}
