package io.neomt.deploy.cli.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Finds where an HTTP/1.1 answer ends: by its length, or by its last chunk. What it says is not looked at. */
final class AnswerReader {

    private static final String LENGTH = "content-length:";
    private static final String CHUNKED = "transfer-encoding: chunked";
    private static final String CLOSE = "connection: close";
    private static final int STATUS_AT = 9;
    private static final int HEX = 16;
    private static final int LINE_END = 2;
    private static final int END_OF_HEAD = 2 * LINE_END;

    private AnswerReader() {}

    /**
     * Where the answer that the bytes begin with ends; negative when not all of it is there yet.
     *
     * @param length how many of the bytes have been read so far
     */
    static int end(byte[] bytes, int length) {
        int head = endOfHead(bytes, length);
        if (head < 0) {
            return -1;
        }
        String text = text(bytes, head);
        int body = head + END_OF_HEAD;
        if (text.contains(CHUNKED)) {
            return endOfChunks(bytes, length, body);
        }
        int end = body + declared(text);
        return end <= length ? end : -1;
    }

    /** Of the answer that the bytes begin with. */
    static int status(byte[] bytes) {
        return Integer.parseInt(new String(bytes, STATUS_AT, 3, StandardCharsets.ISO_8859_1));
    }

    /** Whether the server closes the connection after the answer that the bytes begin with. */
    static boolean isLast(byte[] bytes, int length) {
        return text(bytes, endOfHead(bytes, length)).contains(CLOSE);
    }

    private static String text(byte[] bytes, int head) {
        return new String(bytes, 0, head, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    }

    private static int declared(String head) {
        int at = head.indexOf(LENGTH);
        if (at < 0) {
            return 0;
        }
        int end = head.indexOf('\r', at);
        return Integer.parseInt(head.substring(at + LENGTH.length(), end < 0 ? head.length() : end)
                .strip());
    }

    private static int endOfChunks(byte[] bytes, int length, int from) {
        int at = from;
        while (true) {
            int line = lineEnd(bytes, length, at);
            if (line < 0) {
                return -1;
            }
            int size = Integer.parseInt(new String(bytes, at, line - at, StandardCharsets.ISO_8859_1).strip(), HEX);
            at = line + LINE_END + size + LINE_END;
            if (at > length) {
                return -1;
            }
            if (size == 0) {
                return at;
            }
        }
    }

    private static int lineEnd(byte[] bytes, int length, int from) {
        for (int i = from; i + 1 < length; i++) {
            if (isLineEnd(bytes, i)) {
                return i;
            }
        }
        return -1;
    }

    private static int endOfHead(byte[] bytes, int length) {
        for (int i = 0; i + END_OF_HEAD <= length; i++) {
            if (isLineEnd(bytes, i) && isLineEnd(bytes, i + LINE_END)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isLineEnd(byte[] bytes, int at) {
        return bytes[at] == '\r' && bytes[at + 1] == '\n';
    }
}
