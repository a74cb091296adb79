package io.neomt.deploy.cli.bench;

import io.neomt.command.model.Outcome;
import io.neomt.deploy.cli.bench.load.Plan;
import io.neomt.deploy.cli.client.Answer;
import io.neomt.deploy.cli.client.ApiClient;
import io.neomt.deploy.cli.client.PlatformClient;
import io.neomt.deploy.cli.platform.ServiceName;
import io.neomt.event.UserId;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code neo bench tokens}: whether a check with the token of a revocation ever answers from before it. */
@Command(
        name = "tokens",
        mixinStandardHelpOptions = true,
        description = {
            "Gives users a permission, checks that they have it, takes it again, and checks at once with the token of that at one",
            "of two instances of the query API, the one that has just said yes: all over HTTP, many at a time, while the first",
            "one answers 1,000 other checks a second."
        },
        footerHeading = "%nExample:%n",
        footer = "  ./neo bench tokens --races 100000")
public final class BenchTokensCommand extends Bench {

    private static final String PREFIX = "tokens";
    private static final int TENANTS = 4;
    private static final int RACERS = 32;
    private static final double OTHERS_A_SECOND = 1_000;
    private static final int OTHER_QUESTIONS = 5_000;
    private static final int OTHER_CONNECTIONS = 8;
    private static final int FEWEST_RACES_A_SECOND = 10;
    private static final int GOAL_RACES = 100_000;
    private static final String PERMISSION = "roles.read.own";

    @Option(names = "--races", description = "How many; default 20,000, in a quick run 1,000.")
    private int races;

    private final LongAdder stale = new LongAdder();
    private final LongAdder missing = new LongAdder();
    private final LongAdder unanswered = new LongAdder();

    @Override
    public List<Row> run(Ground ground) throws IOException, SQLException, InterruptedException {
        OwnTenants tenants = OwnTenants.make(ground, PREFIX, TENANTS);
        int wanted = races > 0 ? races : ground.pick(1_000, 20_000);
        AtomicInteger left = new AtomicInteger(wanted);
        long begun = System.nanoTime();
        try (Queries queries = new Queries(ground.platform());
                LoadProcess.Beside _ = LoadProcess.beside(others(ground, wanted))) {
            race(racers(ground, tenants, queries.instances(), left));
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        Row row = Row.of("stale answers with a token, of %,d races".formatted(wanted), (double) stale.sum(), "answers")
                .with("permissions_that_were_not_there_yet", missing.sum())
                .with("races_without_an_answer", unanswered.sum())
                .with("races_per_second", wanted / seconds);
        boolean clean = stale.sum() == 0 && unanswered.sum() == 0;
        // fewer races can miss the goal and cannot reach it
        return List.of(wanted >= GOAL_RACES || !clean ? row.goal("0 of 100,000", clean) : row);
    }

    private static Plan others(Ground ground, int races) throws IOException, SQLException, InterruptedException {
        Questions questions = new Questions(ground.data(), ground.platform().client());
        Path file = CheckLoad.file(ground, "others", questions.checks(OTHER_QUESTIONS));
        int port = ground.platform().address(ServiceName.QUERY_API).getPort();
        // it is ended with the races, and ends by itself where nobody is left to do that
        int longest = 60 + races / FEWEST_RACES_A_SECOND;
        return new Plan(port, file, OTHERS_A_SECOND, OTHER_CONNECTIONS, 0, longest);
    }

    private List<Callable<Void>> racers(
            Ground ground, OwnTenants tenants, List<ApiClient> instances, AtomicInteger left) {
        CommandSide commands = new CommandSide(ground.platform().services());
        PlatformClient client = ground.platform().client();
        ApiClient writer = client.commands(client.token(client.platformRealm(), "admin"));
        List<Callable<Void>> racers = new ArrayList<>();
        for (int i = 0; i < RACERS; i++) {
            OwnTenants.Own tenant = tenants.all().get(i % TENANTS);
            UserId user = CommandSide.user();
            Outcome.Accepted unused =
                    commands.send(tenant.id(), CommandSide.ITSELF, CommandSide.create(user, "racer" + i));
            Racer racer = new Racer(writer, tenant.slug(), user.toString());
            racers.add(() -> {
                for (int race = left.getAndDecrement(); race > 0; race = left.getAndDecrement()) {
                    racer.run(instances.get(race % instances.size()));
                }
                return null;
            });
        }
        return racers;
    }

    private static void race(List<Callable<Void>> racers) throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> racer : threads.invokeAll(racers)) {
                racer.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a race could not be run", e.getCause());
        }
    }

    private final class Racer {

        private final ApiClient writer;
        private final String tenant;
        private final String user;
        private final String path;

        private Racer(ApiClient writer, String tenant, String user) {
            this.writer = writer;
            this.tenant = tenant;
            this.user = user;
            this.path = "/api/v1/tenants/" + tenant + "/users/" + user + "/permissions";
        }

        private void run(ApiClient instance) {
            Answer grant = writer.post(path, Map.of("permission", PERMISSION, "effect", "allow"), Map.of())
                    .orRefuse();
            count(missing, instance, grant, false);
            Answer revocation =
                    writer.delete(path + "/" + grant.id(), null, Map.of()).orRefuse();
            count(stale, instance, revocation, true);
        }

        private void count(LongAdder wrong, ApiClient instance, Answer after, boolean wrongAnswer) {
            Answer answer = instance.post(
                    "/api/v1/tenants/" + tenant + "/check",
                    Map.of("user_id", user, "permission", PERMISSION),
                    after.consistency());
            if (!answer.succeeded()) {
                unanswered.increment();
            } else if (answer.data().path("allowed").asBoolean() == wrongAnswer) {
                wrong.increment();
            }
        }
    }
}
