package io.neomt.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MigrationsTest {

    @ParameterizedTest
    @EnumSource
    void everyShippedScriptIsListed(Migrations migrations) throws IOException, URISyntaxException {
        assertThat(migrations.scripts()).containsExactlyInAnyOrderElementsOf(shipped(migrations));
    }

    @ParameterizedTest
    @EnumSource
    void scriptsAreListedInTheOrderOfTheirVersions(Migrations migrations) {
        assertThat(migrations.scripts().stream().map(MigrationsTest::version).toList())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void theRequiredVersionIsTheNewestShipped(Migrations migrations) {
        long newest = migrations.scripts().stream()
                .mapToLong(MigrationsTest::version)
                .max()
                .orElseThrow();

        assertThat(migrations.requiredVersion()).isEqualTo(Long.toString(newest));
    }

    private static List<String> shipped(Migrations migrations) throws IOException, URISyntaxException {
        String first = "/" + migrations.folder() + "/" + migrations.scripts().getFirst();
        URI uri = MigrationsTest.class.getResource(first).toURI();
        try (Stream<Path> files = Files.list(Path.of(uri).resolveSibling("."))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static long version(String script) {
        return Long.parseLong(script.substring(1, script.indexOf("__")));
    }
}
