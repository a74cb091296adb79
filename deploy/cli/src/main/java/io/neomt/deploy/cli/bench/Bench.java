package io.neomt.deploy.cli.bench;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * A scenario that is a command, too. What it is asked for by options of its own may be missing, since {@code neo bench} runs
 * it without any.
 */
abstract class Bench implements Scenario, Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Override
    public final String name() {
        return Objects.requireNonNull(spec).name();
    }

    @Override
    public final Integer call() throws IOException, InterruptedException {
        return options.run(List.of(this));
    }
}
