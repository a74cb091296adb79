package io.neomt.deploy.cli.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AnswerReaderTest {

    private static final String WITH_LENGTH = "HTTP/1.1 404 \r\nContent-Length: 5\r\nX: y\r\n\r\nhello";
    private static final String IN_CHUNKS =
            "HTTP/1.1 200 \r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhe\r\no\r\nA\r\n0123456789\r\n0\r\n\r\n";

    @Test
    void anAnswerEndsWhereItsLengthSays() {
        assertThat(end(WITH_LENGTH)).isEqualTo(WITH_LENGTH.length());
        assertThat(AnswerReader.status(WITH_LENGTH.getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(404);
    }

    @Test
    void anAnswerEndsAfterItsLastChunk() {
        assertThat(end(IN_CHUNKS)).isEqualTo(IN_CHUNKS.length());
    }

    @Test
    void anAnswerWithoutABodyEndsWithItsHead() {
        String empty = "HTTP/1.1 204 \r\nX: y\r\n\r\n";
        assertThat(end(empty)).isEqualTo(empty.length());
    }

    @Test
    void noPartOfAnAnswerIsTakenForTheWhole() {
        for (String whole : new String[] {WITH_LENGTH, IN_CHUNKS}) {
            for (int length = 0; length < whole.length(); length++) {
                assertThat(end(whole.substring(0, length)))
                        .as(whole.substring(0, length))
                        .isNegative();
            }
        }
    }

    private static int end(String text) {
        byte[] bytes = new byte[200];
        byte[] read = text.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(read, 0, bytes, 0, read.length);
        return AnswerReader.end(bytes, read.length);
    }
}
