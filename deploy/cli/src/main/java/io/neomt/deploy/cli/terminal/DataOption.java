package io.neomt.deploy.cli.terminal;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which platform is meant: the one on this data folder. */
public final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The data folder of the platform; default .neo/data beside this script.")
    private @Nullable Path data;

    public Path path() {
        if (data != null) {
            return data.toAbsolutePath();
        }
        String root = System.getenv().getOrDefault("NEO_ROOT", ".");
        return Path.of(root, ".neo", "data").toAbsolutePath().normalize();
    }
}
