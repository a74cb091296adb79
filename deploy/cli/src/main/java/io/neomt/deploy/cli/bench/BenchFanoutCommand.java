package io.neomt.deploy.cli.bench;

import io.neomt.deploy.cli.client.Answer;
import io.neomt.deploy.cli.client.ApiClient;
import io.neomt.deploy.cli.client.PlatformClient;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code neo bench fanout}: how long until those who have a role may what it was given, be they many or few. */
@Command(
        name = "fanout",
        mixinStandardHelpOptions = true,
        description = {
            "Gives a role another permission and takes it again, over HTTP, and asks for some of its members, other ones each",
            "time, until it is so for all of these; with 10 members and with many. In the end every single member is asked for."
        },
        footerHeading = "%nExample:%n",
        footer = "  ./neo bench fanout --members 100000")
public final class BenchFanoutCommand extends Bench {

    private static final String PREFIX = "fanout";
    private static final String GIVEN = "teams.read.tenant";
    private static final String ASKED = "teams.read.own";
    private static final int FEW = 10;
    private static final int GOAL_MEMBERS = 100_000;
    private static final int SAMPLE = 10;
    private static final double MOST_TIMES = 2;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(1);
    private static final long PATIENCE_NANOS = Duration.ofMinutes(1).toNanos();

    @Option(names = "--members", description = "How many have the role; default 100,000, in a quick run 5,000.")
    private int members;

    private final Random random = new Random(1);

    @Override
    public List<Row> run(Ground ground) throws SQLException, InterruptedException {
        OwnTenants tenants = OwnTenants.make(ground, PREFIX, 2);
        CommandSide commands = new CommandSide(ground.platform().services());
        int many = members > 0 ? members : ground.pick(5_000, 100_000);
        Crowd few = Crowd.make(commands, tenants.all().getFirst(), FEW);
        Crowd all = Crowd.make(commands, tenants.all().getLast(), many);
        new LiveViews(ground.platform().services()).await(tenants.ids(), tenants.events());
        int turns = ground.pick(10, 40);
        List<Duration> unused = turns(ground, few, turns);
        List<Duration> ofFew = turns(ground, few, turns);
        List<Duration> ofMany = turns(ground, all, turns);
        long wrong = many - allowedOfAll(ground, all);
        double times = Figures.millis(ofMany, 0.5) / Figures.millis(ofFew, 0.5);
        boolean within = times <= MOST_TIMES && wrong == 0;
        Row row = Row.of("role change seen by %,d members, p50".formatted(many), Figures.millis(ofMany, 0.5), "ms")
                .beside("the same with 10 members", Figures.millis(ofFew, 0.5))
                .with("p99_ms", Figures.millis(ofMany, 0.99))
                .with("changes", 2 * turns)
                .with("members_asked_for_each_time", SAMPLE)
                .with("members_asked_for_in_the_end", many)
                .with("wrong_answers_then", wrong);
        // fewer members can miss the goal and cannot reach it
        return List.of(many >= GOAL_MEMBERS || !within ? row.goal("≤ 2 × the time with 10, of 100,000", within) : row);
    }

    private List<Duration> turns(Ground ground, Crowd crowd, int count) {
        List<Duration> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            taken.add(change(ground, crowd, true));
            taken.add(change(ground, crowd, false));
        }
        return taken;
    }

    private long allowedOfAll(Ground ground, Crowd crowd) {
        Duration unused = change(ground, crowd, true);
        return new CrowdCheck(queries(ground), crowd).allowed(crowd.users(), ASKED);
    }

    private Duration change(Ground ground, Crowd crowd, boolean given) {
        List<String> asked = new ArrayList<>(
                crowd.users().subList(0, Math.min(SAMPLE, crowd.users().size())));
        asked.replaceAll(user -> crowd.users().get(random.nextInt(crowd.users().size())));
        CrowdCheck check = new CrowdCheck(queries(ground), crowd);
        // they are remembered as they were: what is measured is how that is found out to be over
        long before = check.allowed(asked, ASKED);
        if (before != (given ? 0 : asked.size())) {
            throw new IllegalStateException(before + " of " + asked.size() + " may what the role was not given");
        }
        long begun = System.nanoTime();
        Answer unused = writer(ground)
                .put(
                        crowd.path("/roles/" + crowd.role() + "/permissions"),
                        Map.of("permissions", given ? List.of(GIVEN) : List.of()),
                        Map.of())
                .orRefuse();
        while (check.allowed(asked, ASKED) != (given ? asked.size() : 0)) {
            if (System.nanoTime() - begun > PATIENCE_NANOS) {
                throw new IllegalStateException("the change of a role was not seen in time");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static ApiClient writer(Ground ground) {
        PlatformClient client = ground.platform().client();
        return client.commands(client.token(client.platformRealm(), "admin"));
    }

    private static ApiClient queries(Ground ground) {
        PlatformClient client = ground.platform().client();
        return client.queries(client.token(client.platformRealm(), "admin"));
    }
}
