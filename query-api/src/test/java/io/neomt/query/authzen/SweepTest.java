package io.neomt.query.authzen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepTest {

    /** Whatever the size of the parts, and however rare the results are, all of them come once and in their order. */
    @ParameterizedTest
    @CsvSource({"0,1,5", "1,1,1", "499,2,10", "500,1,500", "501,1,500", "1200,7,100", "1200,1,1000", "45000,15001,10"})
    void allResultsComeOnceAndInTheirOrder(int candidates, int everyNth, int limit) {
        List<String> all = IntStream.range(0, candidates)
                .mapToObj(i -> "%06d".formatted(i))
                .toList();
        List<String> wanted =
                all.stream().filter(id -> Integer.parseInt(id) % everyNth == 0).toList();
        List<String> found = new ArrayList<>();
        String token = "";
        do {
            Part<String> part = Sweep.through(
                    (after, most) -> all.stream()
                            .filter(id -> after == null || id.compareTo(after) > 0)
                            .limit(most)
                            .toList(),
                    some -> some.stream().filter(wanted::contains).toList(),
                    paging(token, limit));
            assertThat(part.results()).hasSizeLessThanOrEqualTo(limit);
            found.addAll(part.results());
            token = part.nextToken();
        } while (!token.isEmpty());

        assertThat(found).isEqualTo(wanted);
    }

    private static Paging paging(String token, int limit) {
        return Paging.read(
                Fields.ofBody(Map.of("page", Map.of("token", Objects.requireNonNull(token), "limit", limit))));
    }
}
