package io.neomt.commons.observability;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The W3C trace context of one step.
 *
 * @param traceId 32 lower-case hex digits, not all zero; shared by all steps
 * @param spanId 16 lower-case hex digits, not all zero; of this step
 * @param flags 2 lower-case hex digits
 */
public record TraceParent(String traceId, String spanId, String flags) {

    public static final String HEADER = "traceparent";

    private static final Pattern FORM =
            Pattern.compile("([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})(-.*)?");

    /** Empty where the text is missing or not valid: a broken trace is then begun anew, as the standard asks. */
    public static Optional<TraceParent> parse(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        var form = FORM.matcher(text);
        if (!form.matches() || form.group(1).equals("ff") || (form.group(1).equals("00") && form.group(5) != null)) {
            return Optional.empty();
        }
        if (isZero(form.group(2)) || isZero(form.group(3))) {
            return Optional.empty();
        }
        return Optional.of(new TraceParent(form.group(2), form.group(3), form.group(4)));
    }

    /** Begins a new trace. */
    public static TraceParent create() {
        return new TraceParent(nonZero() + nonZero(), nonZero(), "01");
    }

    /** The next step of the same trace. */
    public TraceParent child() {
        return new TraceParent(traceId, nonZero(), flags);
    }

    /** The value of the header. */
    @Override
    public String toString() {
        return "00-" + traceId + "-" + spanId + "-" + flags;
    }

    private static boolean isZero(String hex) {
        return hex.chars().allMatch(c -> c == '0');
    }

    private static String nonZero() {
        // odd, hence never zero
        long value = ThreadLocalRandom.current().nextLong() | 1;
        return HexFormat.of().toHexDigits(value);
    }
}
