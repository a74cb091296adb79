package io.neomt.query.authzen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {

    private static final Map<String, Object> SEARCH = Map.of(
            "subject", Map.of("type", "user", "id", "1"),
            "resource", Map.of("type", "doc", "id", "1", "properties", Map.of("a", List.of(1, 2), "b", true)),
            "unknown", "x");

    @Test
    void aSearchBeginsAtTheBeginning() {
        assertThat(paging(Map.of()).cursor()).isNull();
        assertThat(paging(Map.of("token", "")).cursor()).isNull();
        assertThat(paging(Map.of()).limit()).isEqualTo(100);
        assertThat(paging(Map.of("limit", 2)).limit()).isEqualTo(2);
        assertThat(paging(Map.of("limit", 1_000_000)).limit()).isEqualTo(1_000);
        assertThat(paging(Map.of()).nextToken(null)).isEmpty();
    }

    @Test
    void theNextPartBeginsWhereTheLastEnded() {
        String token = paging(Map.of("limit", 2)).nextToken("doc 7/ä");
        Paging next = paging(Map.of("token", token));

        assertThat(token).matches("[A-Za-z0-9_-]+");
        assertThat(next.cursor()).isEqualTo("doc 7/ä");
        assertThat(next.limit()).isEqualTo(2);
        assertThat(paging(Map.of("token", token, "limit", 5)).limit()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "??", "YSBiIGM", "MTIzNA"})
    void aTokenThatIsNoneIsRefused(String token) {
        refused(SEARCH, token);
    }

    @Test
    void aTokenIsGoodForItsOwnSearchOnly() {
        String token = paging(Map.of()).nextToken("7");
        Map<String, Object> other = new HashMap<>(SEARCH);

        other.put("subject", Map.of("type", "user", "id", "2"));
        refused(other, token);
        other.put("subject", SEARCH.get("subject"));
        other.put("context", Map.of());
        refused(other, token);
        other.remove("context");
        other.put("unknown", "y");
        assertThat(paging(other, Map.of("token", token)).cursor()).isEqualTo("7");
    }

    @Test
    void usersAreFoundInTheOrderOfTheirIds() {
        Map<String, Object> search = new HashMap<>(SEARCH);
        search.put("action", Map.of("name", "read"));
        String token = paging(search, Map.of()).nextToken("no id");
        search.put("page", Map.of("token", token));

        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> SubjectSearch.parse(search))
                .withMessage("page.token: was not given for this search");
        assertThat(ResourceSearch.parse(search).paging().cursor()).isEqualTo("no id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "x"})
    void aLimitIsACount(String limit) {
        Object value = limit.equals("x") ? limit : Double.valueOf(limit);

        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> paging(Map.of("limit", value)))
                .withMessage("page.limit: is not a whole number of 0 or more");
    }

    private static void refused(Map<String, Object> search, String token) {
        assertThatExceptionOfType(MalformedException.class)
                .isThrownBy(() -> paging(search, Map.of("token", token)))
                .withMessage("page.token: was not given for this search");
    }

    private static Paging paging(Map<String, Object> page) {
        return paging(SEARCH, page);
    }

    private static Paging paging(Map<String, Object> search, Map<String, Object> page) {
        Map<String, Object> body = new HashMap<>(search);
        body.put("page", page);
        return Paging.read(Fields.ofBody(body));
    }
}
