package io.neomt.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MemoTest {

    private record Key(int number) {}

    @Test
    void whatWasPutIsFoundByTheVeryKey() {
        Memo<Key, String> memo = new Memo<>();
        List<Key> keys = keys(40);
        keys.forEach(key -> assertThat(memo.put(key, "of " + key)).isEqualTo("of " + key));

        assertThat(keys).allSatisfy(key -> assertThat(memo.get(key)).isEqualTo("of " + key));
        assertThat(memo.get(new Key(1))).isNull();
    }

    @Test
    void itNeverGrowsBeyondItsBound() {
        Memo<Key, String> memo = new Memo<>();
        List<Key> keys = keys(1_000);
        keys.forEach(key -> memo.put(key, key.toString()));

        assertThat(keys.stream().filter(key -> memo.get(key) != null)).hasSizeBetween(1, 64);
        assertThat(memo.get(keys.getLast())).isEqualTo(keys.getLast().toString());
    }

    private static List<Key> keys(int many) {
        return IntStream.range(0, many).mapToObj(Key::new).toList();
    }
}
