package io.neomt.deploy.cli.bench.load;

import io.neomt.deploy.cli.terminal.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        List<Lane> lanes = new ArrayList<>();
        for (String plan : plans) {
            lanes.add(new Lane(Plan.parse(plan)));
        }
        long begin = System.nanoTime() + SOON;
        List<Map<String, Object>> tallies = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(lanes.size())) {
            List<Callable<Tally>> runs = lanes.stream()
                    .<Callable<Tally>>map(lane -> () -> lane.run(begin))
                    .toList();
            for (Future<Tally> tally : threads.invokeAll(runs)) {
                tallies.add(tally.get().json());
            }
        }
        System.out.println(Json.of(tallies));
    }
}
