package io.neomt.deploy.cli.bench;

import io.neomt.command.model.Outcome;
import io.neomt.deploy.cli.client.ApiClient;
import io.neomt.deploy.cli.client.PlatformClient;
import io.neomt.event.UserId;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;

/** {@code neo bench visibility}: how long until what a command changed is so on every instance of the query API. */
@Command(
        name = "visibility",
        mixinStandardHelpOptions = true,
        description = {
            "Gives a user a permission and takes it again over HTTP, one after the other, and asks two instances of the query",
            "API until both of them say so, without a consistency token; at rest, and while 1,000 other commands a second are",
            "handed to the command service. Where the machine cannot bear so many, half as many, and so on."
        },
        footerHeading = "%nExample:%n",
        footer = "  ./neo bench visibility --quick")
public final class BenchVisibilityCommand extends Bench {

    private static final String PREFIX = "visible";
    private static final int TENANTS = 10;
    private static final int FULL = 1_000;
    private static final int LEAST = 50;
    /** Of what was sent, answered by the end: with less of it the rate is more than the machine bears. */
    private static final double KEPT = 0.95;

    private static final double BORNE_P50 = 1_000;
    private static final double GOAL_P50 = 15;
    private static final double GOAL_P99 = 75;

    private record Seen(int rate, List<Duration> taken, boolean borne) {

        double millis(double share) {
            return Figures.millis(taken, share);
        }
    }

    @Override
    public List<Row> run(Ground ground) throws SQLException, InterruptedException {
        OwnTenants tenants = OwnTenants.make(ground, PREFIX, TENANTS + 1);
        CommandSide commands = new CommandSide(ground.platform().services());
        OwnTenants.Own watched = tenants.all().getLast();
        UserId user = CommandSide.user();
        Outcome.Accepted unused = commands.send(watched.id(), CommandSide.ITSELF, CommandSide.create(user, "watched"));
        BackgroundCommands others =
                new BackgroundCommands(commands, tenants.ids().subList(0, TENANTS));
        new LiveViews(ground.platform().services()).await(tenants.ids(), tenants.events());
        try (Queries queries = new Queries(ground.platform())) {
            Probe probe = new Probe(writer(ground), queries.instances(), watched.slug(), user.toString());
            Seen warm = under(ground, probe, others, FULL / 2);
            Seen rest = atRest(ground, probe);
            List<Integer> tooMuch = new ArrayList<>();
            Seen seen = under(ground, probe, others, FULL);
            while (!seen.borne() && seen.rate() > LEAST) {
                tooMuch.add(seen.rate());
                seen = under(ground, probe, others, seen.rate() / 2);
            }
            return rows(seen, rest, tooMuch, warm.taken().size());
        }
    }

    private static ApiClient writer(Ground ground) {
        PlatformClient client = ground.platform().client();
        return client.commands(client.token(client.platformRealm(), "admin"));
    }

    private static List<Row> rows(Seen seen, Seen rest, List<Integer> tooMuch, int warm) {
        String what = "command to visible on 2 instances at %,d commands/s, ".formatted(seen.rate());
        boolean full = seen.rate() == FULL && seen.borne();
        return List.of(
                Row.of(what + "p50", seen.millis(0.5), "ms")
                        .beside("with no other command", rest.millis(0.5))
                        .goal("≤ 15 ms at 1,000/s", full && seen.millis(0.5) <= GOAL_P50)
                        .with("measured", seen.taken().size())
                        .with("before_anything_was_measured", warm)
                        .with("rates_that_were_too_much", tooMuch),
                Row.of(what + "p99", seen.millis(0.99), "ms")
                        .beside("with no other command", rest.millis(0.99))
                        .goal("≤ 75 ms at 1,000/s", full && seen.millis(0.99) <= GOAL_P99));
    }

    private static Seen atRest(Ground ground, Probe probe) throws InterruptedException {
        return new Seen(0, probed(probe, seconds(ground)), true);
    }

    private static Seen under(Ground ground, Probe probe, BackgroundCommands others, int rate)
            throws InterruptedException {
        try (OpenLoop load = new OpenLoop(rate, others::send)) {
            LockSupport.parkNanos(Duration.ofSeconds(2).toNanos());
            List<Duration> taken = probed(probe, seconds(ground));
            boolean borne = load.kept() >= KEPT && Figures.millis(taken, 0.5) <= BORNE_P50;
            return new Seen(rate, taken, borne);
        }
    }

    private static Duration seconds(Ground ground) {
        return Duration.ofSeconds(ground.pick(3, 20));
    }

    private static List<Duration> probed(Probe probe, Duration time) throws InterruptedException {
        List<Duration> taken = new ArrayList<>();
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < time.toNanos()) {
            taken.addAll(probe.turn());
        }
        return taken;
    }
}
