package io.neomt.command.web;

import io.neomt.command.kernel.InvalidFieldException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Why somebody sends a command: a text that is kept with the events, for whoever asks one day. */
final class Reason {

    static final String HEADER = "X-Reason";

    private static final int LONGEST = 255;

    private Reason() {}

    /**
     * @param header as the server read it: each byte as one character
     * @throws InvalidFieldException when it is blank, too long or holds control characters
     */
    static @Nullable String of(@Nullable String header) {
        if (header == null) {
            return null;
        }
        String text = new String(header.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8).strip();
        boolean printable = text.codePoints().noneMatch(Character::isISOControl) && text.indexOf('\ufffd') < 0;
        if (text.isEmpty() || text.length() > LONGEST || !printable) {
            throw new InvalidFieldException(HEADER, "is 1 to " + LONGEST + " printable characters in UTF-8");
        }
        return text;
    }
}
