package io.neomt.deploy.cli.bench;

import io.neomt.deploy.cli.bench.LoadProcess.Outcome;
import io.neomt.deploy.cli.bench.load.Plan;
import io.neomt.deploy.cli.platform.ServiceName;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code neo bench batch}: many permission checks in one request. */
@Command(
        name = "batch",
        mixinStandardHelpOptions = true,
        description = {
            "Asks a thousand questions about a tenant in each request, from another process, as often as it goes. The",
            "limit is as many at once inside the query API, without HTTP and JSON."
        },
        footerHeading = "%nExample:%n",
        footer = "  ./neo bench batch --json batch.json")
public final class BenchBatchCommand extends Bench {

    private static final int QUESTIONS = 1_000;
    private static final int REQUESTS = 200;
    private static final int CONNECTIONS = 4;
    private static final double GOAL = 1_000_000;

    @Override
    public List<Row> run(Ground ground) throws IOException, SQLException, InterruptedException {
        BenchPlatform platform = ground.platform();
        Questions questions = new Questions(ground.data(), platform.client());
        Path file = CheckLoad.file(ground, "batches", questions.batches(REQUESTS, QUESTIONS));
        int seconds = ground.pick(3, 15);
        Plan plan = new Plan(
                platform.address(ServiceName.QUERY_API).getPort(), file, 0, CONNECTIONS, ground.pick(2, 10), seconds);
        InsideBatches inside =
                new InsideBatches(platform.services().context(ServiceName.QUERY_API), ground.data(), QUESTIONS);
        double unused = inside.perSecond(Duration.ofSeconds(ground.pick(1, 5)));
        double limit = inside.perSecond(Duration.ofSeconds(ground.pick(1, 10)));
        Outcome outcome = LoadProcess.run(plan).getFirst();
        double decisions = outcome.perSecond() * QUESTIONS;
        return List.of(outcome.on(Row.of("batch check over HTTP, 1,000 in each", decisions, "decisions/s")
                .beside("the same asked inside, without HTTP and JSON", limit)
                .goal("≥ 1,000,000/s", decisions >= GOAL)));
    }
}
