package io.neomt.deploy.cli.bench.load;

import io.neomt.deploy.cli.terminal.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The process that sends: each argument is a {@link Plan}, all of which run side by side; what came of them is printed. */
public final class Load {

    private static final long SOON = 200_000_000L;

    private Load() {}

    public static void main(String[] plans) throws IOException, InterruptedException, ExecutionException {
        List<Tally> tallies = new ArrayList<>();
        List<Lane> lanes = new ArrayList<>();
        for (String argument : plans) {
            Plan plan = Plan.parse(argument);
            Tally tally = new Tally(plan.seconds());
            tallies.add(tally);
            lanes.add(new Lane(plan, tally));
        }
        long begin = System.nanoTime() + SOON;
        try (ExecutorService threads = Executors.newFixedThreadPool(lanes.size())) {
            List<Callable<Void>> runs =
                    lanes.stream().<Callable<Void>>map(lane -> run(lane, begin)).toList();
            for (Future<Void> run : threads.invokeAll(runs)) {
                run.get();
            }
        }
        System.out.println(Json.of(tallies.stream().map(Tally::json).toList()));
    }

    private static Callable<Void> run(Lane lane, long begin) {
        return () -> {
            lane.run(begin);
            return null;
        };
    }
}
