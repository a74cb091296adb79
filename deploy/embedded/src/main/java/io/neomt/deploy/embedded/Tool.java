package io.neomt.deploy.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Programs that do one thing and end. */
final class Tool {

    private Tool() {}

    /** @throws StackException that starts with {@code failure} and quotes what the program said */
    static void run(ProcessBuilder builder, String failure, Duration deadline)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile("neo-tool", ".log");
        try {
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS);
            if (!ended) {
                process.destroyForcibly().waitFor();
            }
            if (process.exitValue() != 0) {
                throw new StackException(failure + (ended ? "" : " within " + deadline.toSeconds() + " s") + ":\n"
                        + Files.readString(output, StandardCharsets.ISO_8859_1).strip());
            }
        } finally {
            Files.delete(output);
        }
    }

    /** Whether the program can be run and ends with 0. */
    static boolean works(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            // no such program
            return false;
        }
    }
}
