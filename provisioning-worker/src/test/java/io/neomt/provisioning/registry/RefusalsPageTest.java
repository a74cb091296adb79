package io.neomt.provisioning.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/registry-refusals.md} to the code; run with {@code -Dneo.docs.write=true} to write it anew. */
class RefusalsPageTest {

    private static final String HEAD = """
            # Refusals of the registry

            Every refusal of a change of regions and connections (`/api/v1/admin/regions` and `/connections` of the provisioning
            worker), as `error.code` of the answer. The codes are stable, and nothing of a refused change happens; what requests
            have in common with all others is in [rejections.md](rejections.md). The table is made from the code by
            `RefusalsPageTest`; after a change write it anew with

                mvn -pl provisioning-worker -am test -Dtest=RefusalsPageTest -Dneo.docs.write=true -Dsurefire.failIfNoSpecifiedTests=false

            | code | status | meaning |
            |---|---|---|
            """;

    @Test
    void thePageListsEveryRefusal() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        Path root = Files.isDirectory(here.resolve("docs")) ? here : Objects.requireNonNull(here.getParent());
        Path page = root.resolve("docs/registry-refusals.md");
        String wanted = HEAD + table();
        if (Boolean.getBoolean("neo.docs.write")) {
            Files.writeString(page, wanted);
        }
        assertThat(page)
                .as("stale; see the page itself for how to write it anew")
                .hasContent(wanted);
    }

    private static String table() {
        return Arrays.stream(Refusal.values())
                .sorted(Comparator.comparing(Refusal::status).thenComparing(Refusal::name))
                .map(code -> "| `" + code.name() + "` | " + code.status() + " | " + code.meaning() + " |\n")
                .collect(Collectors.joining());
    }
}
