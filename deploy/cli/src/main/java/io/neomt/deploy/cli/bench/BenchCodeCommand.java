package io.neomt.deploy.cli.bench;

import io.neomt.deploy.cli.bench.code.Codec;
import io.neomt.deploy.cli.bench.code.Decisions;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;

/** {@code neo bench code}: what code takes by itself. */
@Command(
        name = "code",
        mixinStandardHelpOptions = true,
        description = {
            "Measures by JMH, without any server, what a decision in memory takes and whether it allocates, what making a",
            "role ready for decisions takes, and what writing and reading an event does."
        },
        footerHeading = "%nExample:%n",
        footer = "  ./neo bench code --json code.json")
public final class BenchCodeCommand extends Bench {

    private static final double DECISION_NANOS = 300;
    /** What the profiler finds of itself. */
    private static final double NOTHING = 0.5;

    @Override
    public List<Row> run(Ground ground) throws IOException, InterruptedException {
        Jmh jmh = new Jmh(ground.folder().resolve("jmh"));
        String time = ground.quick() ? "250ms" : "1s";
        return jmh.run(ground.pick(2, 5), time, Decisions.class, Codec.class).stream()
                .map(BenchCodeCommand::row)
                .toList();
    }

    private static Row row(Jmh.Found found) {
        Row row = Row.of(what(found.name()), found.nanos(), "ns").with("bytes_allocated", found.bytes());
        return switch (found.name()) {
            case "encode", "decode", "compiled" -> row;
            default -> row.goal("< 300 ns, no allocation", found.nanos() < DECISION_NANOS && found.bytes() < NOTHING);
        };
    }

    private static String what(String name) {
        return switch (name) {
            case "encode" -> "an event encoded";
            case "decode" -> "an event decoded";
            case "compiled" -> "a role of 9 permissions compiled";
            default -> "a decision in memory: " + name;
        };
    }
}
