package io.neomt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.neomt.deploy.cli.client.RunFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's tour, run as it is printed there, on other ports. */
class TourTest {

    private static final Pattern TOUR =
            Pattern.compile("<!-- tour -->\n```bash\n(.*?)```\n<!-- end of tour -->", Pattern.DOTALL);

    private final TestPlatform platform = TestPlatform.shared();

    @TempDir
    private Path folder;

    @Test
    void everyStepAnswersWhatTheReadmeSays() throws IOException, InterruptedException {
        platform.runFile().write(folder);
        String printed;
        try {
            printed = run();
        } finally {
            RunFile.remove(folder);
        }

        assertThat(printed)
                .contains("\"slug\":\"tour-group\"", "\"status\":\"active\"")
                .containsSubsequence(
                        "\"allowed\":true",
                        "\"allowed\":false",
                        "\"posts.delete.tenant\"",
                        "\"posts.*.tenant\"",
                        "\"success\":false");
    }

    private String run() throws IOException, InterruptedException {
        Path neo = folder.resolve("neo");
        Files.writeString(
                neo, """
                #!/usr/bin/env bash
                exec '%s/bin/java' -cp '%s' io.neomt.deploy.cli.Neo "$@" --data '%s'
                """.formatted(System.getProperty("java.home"), System.getProperty("java.class.path"), folder));
        Files.setPosixFilePermissions(neo, PosixFilePermissions.fromString("rwx------"));
        Path output = folder.resolve("output");
        Process bash = new ProcessBuilder(List.of("bash", "-euo", "pipefail", "-c", tour()))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        int code = bash.waitFor();
        String printed = Files.readString(output);
        assertThat(code).as(printed).isZero();
        return printed;
    }

    private String tour() throws IOException {
        Matcher tour = TOUR.matcher(Files.readString(Path.of("../../README.md")));
        assertThat(tour.find()).as("the README has a tour").isTrue();
        return tour.group(1)
                .replace("http://localhost:8001", platform.commandService().toString())
                .replace("http://localhost:8002", platform.queryApi().toString());
    }
}
