package io.neomt.event;

import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The SHA-256 hash of an event and of all before it in its tenant's sequence: a link of the chain that
 * {@link io.neomt.event.chain.EventChain} makes.
 *
 * @param hex 64 lower-case hexadecimal digits
 */
public record EventHash(String hex) {

    // first, since the constant below is checked with it
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    /** What stands before the first event. */
    public static final EventHash NONE = new EventHash("0".repeat(64));

    /** @throws IllegalArgumentException when it is of another form */
    public EventHash {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("a hash is 64 lower-case hexadecimal digits");
        }
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
