package io.neomt.event;

import java.util.UUID;

/** Reads UUIDs strictly: {@link UUID#fromString} accepts short groups, which would give one id several spellings. */
final class Uuids {

    private static final int LENGTH = 36;

    private Uuids() {}

    static UUID parse(String text) {
        if (!isCanonical(text)) {
            throw new IllegalArgumentException("not a lower-case UUID of the form 8-4-4-4-12");
        }
        return UUID.fromString(text);
    }

    /** By hand: each check reads some, and a pattern took as long as the decision. */
    private static boolean isCanonical(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(i);
            if (isDash(i) ? c != '-' : !isDigit(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDash(int at) {
        return at == 8 || at == 13 || at == 18 || at == 23;
    }

    private static boolean isDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
}
