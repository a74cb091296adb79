package io.neomt.event;

import java.util.HexFormat;

/**
 * The SHA-256 hash of an event and of all before it in its tenant's sequence: a link of the chain that
 * {@link io.neomt.event.chain.EventChain} makes.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record EventHash(String hex) {

    private static final int LENGTH = 64;

    /** What stands before the first event. */
    public static final EventHash NONE = new EventHash("0".repeat(64));

    /** @throws IllegalArgumentException when it is of another form */
    public EventHash {
        if (!isHash(hex)) {
            throw new IllegalArgumentException("a hash is 64 lower-case hexadecimal digits");
        }
    }

    /** By hand: each event that is read has one or two, and a pattern took a twentieth of the views' time. */
    private static boolean isHash(String text) {
        boolean digits = text.length() == LENGTH;
        for (int i = 0; digits && i < LENGTH; i++) {
            char c = text.charAt(i);
            digits = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        }
        return digits;
    }

    public static EventHash of(byte[] bytes) {
        return new EventHash(HexFormat.of().formatHex(bytes));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
